/** Licence of the bundled pieces in plain words, with the address of the legal text. */
export const licenceText = `Needledrop Originals: CC0 1.0 Universal

The recordings in this folder were composed and rendered by this project's own composer. To the extent
possible under law, the authors of Needledrop have waived all copyright and related or neighbouring rights to
them. You may copy, change, publish, perform and sell them, alone or in a film, without asking and without
naming anyone.

They come without any warranty.

The full legal text: https://creativecommons.org/publicdomain/zero/1.0/legalcode
`;

/** The makers of the sampled instruments, from the fonts' own copyright files. */
export const creditsText = `# Credits

The pieces are played by FluidSynth with two free sound fonts. Both are under the MIT licence, which asks
nothing of music made with them; we name their authors with thanks.

- **MuseScore General** (MIT, parts public domain or CC0). Adaptation copyright 2018-2021 S. Christian Collins.
  MuseScore Drumline samples (CC0) by S. Christian Collins and Amir Oosman; Splendid Grand Piano samples
  (public domain); crash cymbals from the Versilian Community Sample Library (CC0) by Sam Gossner; ensemble
  strings from VSCO 2 Community Edition (CC0) by Sam Gossner, Simon Dalzell and Elan Hickler (Soundemote).
  Built on Fluid (R3) Mono, copyright 2014-2017 Michael Cowgill, with temple blocks copyright 2002 Ethan Winer
  and drumline cymbals copyright 2016 Michael Schorsch.
- **Fluid (R3) GM** (MIT). Copyright 2000-2002, 2008 Frank Wen; Debian packaging copyright 2008 Toby Smithe.
  With the help of Suren M. Seron, Scott Hanan, Steve Aupperle, Chris Gillman, Alex Taubr, Chris Prola, Andrew
  Klenk, Winfried Hubbe, Dylan, Tim, Gort, Uros Katic and Ethan Winer.
`;
