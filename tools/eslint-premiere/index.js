export default { rules: {}, configs: { recommended: { rules: {} } } };
