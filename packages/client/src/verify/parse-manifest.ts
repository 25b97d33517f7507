import { BuildManifest } from '../../../../protocol/build-manifest.ts'

/**
 * Parses a build manifest, as a host serves it or a file holds it.
 * @returns null if it is none
 */
export function parseManifest(text: string): BuildManifest | null {
  try {
    return BuildManifest.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
