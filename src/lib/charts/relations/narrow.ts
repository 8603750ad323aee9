/** The narrowest plot, in pixels: what fits there fits at every width. */
export const NARROW = 284;

/** Pixels from a bar to its words, and round a number of articles. */
export const BESIDE = 6;
export const NUMBER = 22;
