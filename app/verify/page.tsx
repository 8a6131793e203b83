import type { Metadata } from 'next'
import { VerifyForm } from '@/components/verify-form'
import { verify } from './action'
import { LARGEST_PICTURE, sizeMessage } from './limit'

export const metadata: Metadata = {
  title: 'Verify a picture',
  description:
    'Drop a chart that was taken away from here: which view it shows, whether it was changed, and whether its figures still agree with the list.',
}

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
