// Everything the page needs: the elements register themselves, `<needledrop-panel>` does the rest.
import "./spectrum.ts";
import "./needledrop-panel.ts";
