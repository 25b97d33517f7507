import type { documentTexts as English } from '../en/document.ts'

/** The texts of the document itself, which stand there before any script runs, in Brazilian Portuguese. */
export const documentTexts: typeof English = {
  description:
    'Salas de conversa que se queimam sozinhas. Sem conta: abra uma, compartilhe o link, converse.',
  unloaded:
    'Não foi possível carregar esta página, ou ela foi alterada no caminho. Confira sua conexão e recarregue.',
  noScript:
    'private-chat precisa de JavaScript para abrir salas e mostrar mensagens. Ative-o para este site e recarregue.',
}
