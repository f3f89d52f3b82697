// The Spectrum elements that the panel's templates use, and Premiere's three colours.
import "@spectrum-web-components/action-button/sp-action-button.js";
import "@spectrum-web-components/button/sp-button.js";
import "@spectrum-web-components/icons-workflow/icons/sp-icon-add.js";
import "@spectrum-web-components/icons-workflow/icons/sp-icon-alert.js";
import "@spectrum-web-components/icons-workflow/icons/sp-icon-chevron-down.js";
import "@spectrum-web-components/icons-workflow/icons/sp-icon-chevron-right.js";
import "@spectrum-web-components/icons-workflow/icons/sp-icon-close.js";
import "@spectrum-web-components/icons-workflow/icons/sp-icon-copy.js";
import "@spectrum-web-components/icons-workflow/icons/sp-icon-full-screen.js";
import "@spectrum-web-components/icons-workflow/icons/sp-icon-keyboard.js";
import "@spectrum-web-components/icons-workflow/icons/sp-icon-lasso-select.js";
import "@spectrum-web-components/icons-workflow/icons/sp-icon-movie-camera.js";
import "@spectrum-web-components/icons-workflow/icons/sp-icon-pause.js";
import "@spectrum-web-components/icons-workflow/icons/sp-icon-pin-off.js";
import "@spectrum-web-components/icons-workflow/icons/sp-icon-pin-on.js";
import "@spectrum-web-components/icons-workflow/icons/sp-icon-play.js";
import "@spectrum-web-components/icons-workflow/icons/sp-icon-settings.js";
<<<<<<< Updated upstream
import "@spectrum-web-components/icons-workflow/icons/sp-icon-stop.js";
=======
import "@spectrum-web-components/icons-workflow/icons/sp-icon-star-filled.js";
import "@spectrum-web-components/icons-workflow/icons/sp-icon-star.js";
>>>>>>> Stashed changes
import "@spectrum-web-components/icons-workflow/icons/sp-icon-volume-two.js";
import "@spectrum-web-components/icons-workflow/icons/sp-icon-zoom-in.js";
import "@spectrum-web-components/icons-workflow/icons/sp-icon-zoom-out.js";
import "@spectrum-web-components/progress-bar/sp-progress-bar.js";
import "@spectrum-web-components/theme/scale-medium.js";
import "@spectrum-web-components/theme/sp-theme.js";
import "@spectrum-web-components/theme/theme-dark.js";
import "@spectrum-web-components/theme/theme-darkest.js";
import "@spectrum-web-components/theme/theme-light.js";
