import { CspEvaluator } from 'csp_evaluator'
import { Severity } from 'csp_evaluator/dist/finding.js'
import { CspParser } from 'csp_evaluator/dist/parser.js'
import { expect, test } from 'vitest'
import { SECURITY_HEADERS } from './headers.ts'

const policy = SECURITY_HEADERS['Content-Security-Policy'] ?? ''

test('an evaluator of policies finds nothing in ours that would let script in', () => {
  const findings = new CspEvaluator(new CspParser(policy).csp).evaluate()
  // `'self'` may be a risk where people upload files that are served as script; what is uploaded here is served
  // as `application/octet-stream` with `nosniff`, which no browser runs.
  expect(findings.filter(({ severity }) => severity < Severity.MEDIUM_MAYBE)).toEqual([])
})

test('the same evaluator would find an unsafe policy', () => {
  const findings = new CspEvaluator(
    new CspParser(`${policy}; script-src-elem 'unsafe-inline'`).csp,
  ).evaluate()
  expect(findings.length).toBeGreaterThan(0)
})

test('nothing comes from another host, and nothing is unsafe', () => {
  expect(policy).not.toMatch(/unsafe|https?:|\*|data:/)
  expect(policy).toContain("default-src 'none'")
})

test('what the page itself made is shown and played, and nothing else is done with it', () => {
  const withBlob = policy.split('; ').filter((directive) => directive.includes('blob:'))
  expect(withBlob).toEqual(["img-src 'self' blob:", 'media-src blob:'])
})

test('the page may ask for the microphone, and nobody else; every other feature is off', () => {
  const features = (SECURITY_HEADERS['Permissions-Policy'] ?? '').split(', ')
  expect(features.filter((feature) => !feature.endsWith('=()'))).toEqual(['microphone=(self)'])
  expect(features).toContain('camera=()')
})
