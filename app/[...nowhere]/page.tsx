import type { Metadata } from 'next'
import { NOT_FOUND } from '../metadata'
import { Nothing } from '../nothing'

export const metadata: Metadata = NOT_FOUND

/** The page of every address that no other route answers. */
export default Nothing
