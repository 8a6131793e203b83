import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { metadata } from '@/app/answer'
import { pageMetadata } from '@/app/metadata'
import { originOf } from '@/app/origin'
import { VerifyForm } from '@/components/verify-form'
import { DEFAULT_VIEW } from '@/lib/link/view'
import { verify } from './action'
import { LARGEST_PICTURE, sizeMessage } from './limit'

export const generateMetadata = metadata(async (): Promise<Metadata> => {
  return pageMetadata(
    {
      title: 'Verify a picture',
      description:
        'Upload a chart that was downloaded here: which view it shows, whether it was changed, and whether its figures still agree with the list.',
      path: '/verify',
      picture: { kind: 'rank-strip', view: DEFAULT_VIEW },
    },
    originOf(await headers()),
  )
})

export default function Page() {
  return (
    <main id="content" className="verify">
      <h1>Is this chart as it was drawn?</h1>
      <p className="lead">
        Every PNG and SVG from here carries the view that it shows, the version of the list behind
        it and a hash of its figures. Bring one back to see whether it was changed, and whether its
        figures are still those of the list.
      </p>
      <VerifyForm
        action={verify}
        largest={LARGEST_PICTURE}
        tooLarge={sizeMessage(LARGEST_PICTURE + 1)}
      />
    </main>
  )
}
