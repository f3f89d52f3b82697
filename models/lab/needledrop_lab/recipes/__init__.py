"""Data files: what each model is and how it is trained. `training.recipes` reads them.

NAME.toml has `about`, `seeds` and the table `settings`, whose defaults are in `training.settings`.
`stages` lists changes of these settings, where a model is trained in several. `pack` is what
the recipe's pack states about itself. budgets/NAME.toml holds settings that suit a machine;
the ten systems share them.
"""
