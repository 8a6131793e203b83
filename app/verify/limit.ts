import { READING_LIMITS } from '@/lib/export/read-provenance'

const MEGABYTE = 1024 * 1024

/** Bytes of the largest picture that is looked into; those that leave here are far smaller. */
export const LARGEST_PICTURE = READING_LIMITS.bytes

/** What to say of a larger one. */
export const TOO_LARGE = `This file has more than ${LARGEST_PICTURE / MEGABYTE} MB. Pictures from here have less, so it is none of them, or another program made it larger.`

/** Bytes of the whole form in which a picture comes. */
export const LARGEST_FORM = LARGEST_PICTURE + 64 * 1024
