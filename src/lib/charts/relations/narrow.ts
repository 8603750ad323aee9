/** The narrowest plot, in pixels: what fits there fits at every width; and that of a phone. */
export const NARROW = 284;
export const PHONE = 310;

/** Pixels from a bar to its words, and round a number of articles. */
export const BESIDE = 6;
export const NUMBER = 22;
