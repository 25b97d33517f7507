/** Has a browser refuse each script whose hash the document does not have. */
const INTEGRITY_POLICY = 'blocked-destinations=(script)'

/**
 * Returns the value of `Integrity-Policy` for the documents that a browser is sent; null for WebKit, where no page would open
 * with it (docs/decisions/0041). All browsers on iOS are WebKit, and Chromium calls itself that as well.
 * @param userAgent what the browser calls itself
 */
export function integrityPolicyFor(userAgent = ''): string | null {
  const isWebKit = /AppleWebKit\//.test(userAgent) && !/Chrom(?:e|ium)\//.test(userAgent)
  return isWebKit ? null : INTEGRITY_POLICY
}
