import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Language } from '../../protocol/languages.ts'
import { buildLanguage } from '../build/build-language.ts'
import { writePseudoFolder } from './write-pseudo-folder.ts'

const CACHE = join(import.meta.dirname, '../../.cache')

/** Where the pseudo-language is put: it is for tests alone, and no part of what is served. */
export const PSEUDO_OUTPUT = join(CACHE, 'pseudo-language')

/** Long, accented, and mirrored. Its tag is the one that browsers and systems have for such a language. */
const PSEUDO: Language = { tag: 'en-XB', folder: 'pseudo', name: 'Pseudo', dir: 'rtl' }

/**
 * Builds the page in the pseudo-language, by which tests find what is cut where words are long (`test/browser/pseudo-language.test.ts`). Its
 * documents have no hashes: no policy stands over them there.
 */
export async function buildPseudoLanguage(): Promise<void> {
  rmSync(PSEUDO_OUTPUT, { recursive: true, force: true })
  const sentences = join(CACHE, 'pseudo-sentences')
  rmSync(sentences, { recursive: true, force: true })
  writePseudoFolder(sentences)
  const { assets, files } = await buildLanguage(PSEUDO, sentences)
  for (const [address, content] of [...assets, ...files]) {
    const path = join(PSEUDO_OUTPUT, address)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }
}
