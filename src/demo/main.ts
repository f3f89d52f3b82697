import "./demo-app.ts";
