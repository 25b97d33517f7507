// What the build makes documents with, in one file (`scripts/build/build-language.ts`).

export { offlineDocument } from '../offline/offline-document.ts'
export { makeLanguageFiles } from './make-language-files.ts'
export { renderLobby } from './render-lobby.tsx'
