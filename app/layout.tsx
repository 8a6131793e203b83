import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { SiteFooter } from '@/components/site-footer'
import { SiteHeader } from '@/components/site-header'
import { ThemeStyle } from '@/components/theme-style'
import { SITE } from './metadata'
import './globals.css'
import './print.css'

export const metadata: Metadata = {
  title: { default: SITE, template: `%s · ${SITE}` },
  description:
    'Who builds and runs the world’s fastest computers: any organisation beside any others, on every list of the TOP500.',
  applicationName: SITE,
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
}

/**
 * The frame of every page. It knows no view: what depends on the link is said inside the page. A page that other sites
 * embed stands without header and footer.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  // The nonce of the Content-Security-Policy is new for every request, so no page may be rendered ahead of one.
  const asked = await headers()
  const embedded = asked.get('x-embedded') === 'true'
  return (
    <html lang="en">
      <head>
        <ThemeStyle />
      </head>
      <body>
        {embedded ? (
          children
        ) : (
          <>
            <a
              className="absolute -top-16 left-4 z-1 bg-ink px-4 py-3 text-paper focus:top-2"
              href="#content"
            >
              Skip to the content
            </a>
            <SiteHeader nonce={asked.get('x-nonce') ?? undefined} />
            {children}
            <SiteFooter />
          </>
        )}
      </body>
    </html>
  )
}
