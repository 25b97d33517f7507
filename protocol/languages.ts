/** A language that the page is built in. */
export interface Language {
  /** Its tag (BCP 47), as `lang` says it and the cookie keeps it. */
  tag: string
  /** The folder of its sentences, below `client/i18n/`. */
  folder: string
  /** Its name for who reads it: in itself. */
  name: string
  dir: 'ltr' | 'rtl'
}

/** For whoever prefers none of the others. */
export const DEFAULT_LANGUAGE: Language = { tag: 'en', folder: 'en', name: 'English', dir: 'ltr' }

/**
 * All languages of the page, as the "Language" box lists them: each is a build of its own. A language gets its line once its folder
 * has every file that `client/i18n/en/` has; docs/languages.md says how.
 */
export const LANGUAGES: readonly Language[] = [
  DEFAULT_LANGUAGE,
  { tag: 'de', folder: 'de', name: 'Deutsch', dir: 'ltr' },
  { tag: 'fr', folder: 'fr', name: 'Français', dir: 'ltr' },
  { tag: 'es', folder: 'es', name: 'Español', dir: 'ltr' },
  { tag: 'pt-BR', folder: 'pt-br', name: 'Português (Brasil)', dir: 'ltr' },
  { tag: 'ar', folder: 'ar', name: 'العربية', dir: 'rtl' },
  { tag: 'ja', folder: 'ja', name: '日本語', dir: 'ltr' },
  { tag: 'zh-Hans', folder: 'zh-hans', name: '简体中文', dir: 'ltr' },
]

/**
 * Returns the folder in which the files of a language are served that stand for themselves, such as its documents: those of the
 * default language where every file server looks for them.
 */
export function languagePath({ folder }: Language): string {
  return folder === DEFAULT_LANGUAGE.folder ? '/' : `/languages/${folder}/`
}
