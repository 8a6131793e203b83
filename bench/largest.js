/** Bytes of the largest file that anybody may send: `READING_LIMITS` and `LIMITS` of the product. */
export const LARGEST = 8 * 1024 * 1024 - 4096
