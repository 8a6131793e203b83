import { deviceClass } from '@/lib/http/device'

/** Whether a phone asks; see `deviceClass`. Kept views are told apart by the same word. */
export function isPhone(headers: Pick<Headers, 'get'>): boolean {
  return deviceClass(headers.get('sec-ch-ua-mobile'), headers.get('user-agent')) === 'phone'
}
