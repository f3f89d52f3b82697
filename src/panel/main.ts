// Everything the page needs: the elements register themselves, `<needledrop-panel>` does the rest.
import "./elements/spectrum.ts";
import "./elements/needledrop-panel.ts";
