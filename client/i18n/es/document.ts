import type { documentTexts as English } from '../en/document.ts'

/** The texts of the document itself, which stand there before any script runs, in Spanish. */
export const documentTexts: typeof English = {
  description: 'Salas de chat que se queman solas. Sin cuenta: abre una, comparte su enlace, conversa.',
  unloaded:
    'No se pudo cargar esta página, o alguien la cambió por el camino. Revisa tu conexión y vuelve a cargarla.',
  noScript:
    'private-chat necesita JavaScript para abrir salas y mostrar mensajes. Actívalo para este sitio y recarga la página.',
}
