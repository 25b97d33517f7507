import type { creationRefusedTexts as English } from '../en/creation-refused.ts'

/** Why no room could be created, in Brazilian Portuguese: by code. */
export const creationRefusedTexts: typeof English = {
  'too-many-requests': 'Foram muitas salas de uma vez. Espere um minuto e crie a próxima.',
  'cookies-blocked':
    'Seu navegador não guarda cookies aqui, e é um cookie que diz à sala qual lugar é seu. Permita os cookies deste site nas configurações ao lado do endereço, ou use uma janela normal em vez de uma anônima.',
  'keys-not-kept':
    'Seu navegador não guarda chaves aqui: onde as pessoas batem à porta, ou só veem o que é dito a partir daí, você não conseguiria abrir sua própria sala. Em “Porta e regras” escolha “Aberta” e “Tudo”, ou use uma janela normal em vez de uma anônima.',
  'first-message-not-kept':
    'Não foi possível levar adiante o que você compartilhou, então ainda não há sala. Tente de novo, ou descarte acima e cole na caixa de texto quando estiver na sala.',
  'wrong-origin':
    'O servidor acha que este endereço é de outro site. Se ele está atrás de um proxy, quem o administra precisa configurar PUBLIC_ORIGIN.',
  other: 'Não foi possível criar a sala. Tente de novo, por https ou em localhost.',
}
