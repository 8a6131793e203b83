/** Bytes of the largest picture that is looked into; those that leave here are far smaller. */
export const LARGEST_PICTURE = 12 * 1024 * 1024

/** What to say of a larger one. */
export const sizeMessage = (bytes: number): string =>
  `This file has ${(bytes / 1024 / 1024).toFixed(1)} MB; pictures from here have at most 12.`
