import { ROTATION_SEATS_MAX } from '../../../protocol/key-limits.ts'
import { RETAIN_FOR } from '../../../protocol/limits.ts'
import type { privacyTexts as English } from '../en/privacy.ts'
import { formatDuration, formatNumber } from '../index.ts'

/** The short form of docs/threat-model.md, in Brazilian Portuguese. Change both together. */
export const privacyTexts: typeof English = {
  page: 'Privacidade · private-chat',
  title: 'O que é privado e o que não é',
  lead: 'Uma sala criada na página inicial é criptografada no seu navegador. O servidor guarda o que não consegue ler, até a sala terminar. Depois não guarda nada.',
  parts: [
    {
      title: 'O que prometemos',
      points: [
        'A chave de uma sala criptografada é a parte do link depois de #. Os navegadores nunca a enviam para lugar nenhum. Sem ela, e sem a senha onde houver uma, ninguém pode ocupar um lugar nem ler uma palavra.',
        'Seu nome é criptografado como o que você diz: o servidor conhece cada pessoa por um nome aleatório que ele mesmo dá, como o de um animal.',
        `Quem é removido não pode ler o que é dito depois que as chaves mudam, nem com o link antigo, em salas com até ${formatNumber(ROTATION_SEATS_MAX)} lugares ocupados. Um anfitrião pode trocar ou fechar o link. Em uma sala para dois, ele se fecha sozinho depois que as duas pessoas falaram, se os dois navegadores conseguem guardar chaves.`,
        'Ninguém pode falar no lugar de outra pessoa: o servidor só aceita uma mensagem do lugar a que ela pertence, e uma mensagem que não pode ser aberta é mostrada como tal.',
        'No fim todas as pessoas saem, o que estava guardado é excluído e a página esquece. O que é dito na sala de um organizador pode ficar guardado por um tempo depois do fim: a sala avisa.',
        'Para a próxima sala, seu navegador guarda seu nome e o que você escolheu neste dispositivo, como um som. Nada do que foi dito está aí.',
        'Para a instalação e para conexões ruins, seu navegador guarda os arquivos do aplicativo: nenhuma sala, nenhum endereço de sala, nenhuma mensagem. O que você compartilha com o aplicativo instalado espera alguns minutos na memória, até estar na caixa de mensagem de uma sala. Se o navegador tiver removido essa parte do aplicativo, o servidor recebe e descarta sem ler.',
        'Onde o menu de uma sala diz “Guardada na UE”, a plataforma de hospedagem executa essa sala e guarda o que tem dela somente na União Europeia.',
        'Ninguém precisa de conta para conversar. Não há rastreamento nem nenhum outro site. Os registros nunca contêm mensagens, nomes, endereços ou salas.',
        'Aqui os cookies dizem quais lugares são seus, se você entrou na conta e em um aparelho que ela conhece e, por um ano, qual idioma foi escolhido. Não há outros.',
      ],
    },
    {
      title: 'Salas de um organizador',
      points: [
        `Quem tem conta agenda salas e pode guardar o que é dito nelas por até ${formatDuration(RETAIN_FOR.max)} depois do fim. Quem entra vê quem pode ler e até quando: antes de entrar e acima da caixa de texto.`,
        'Depois que uma sala dessas abre, esse tempo só diminui. Se a hora do fim é mudada, esse prazo muda junto, e todas as pessoas na sala veem isso.',
        'Uma sala criptografada fica guardada como foi enviada: quem a organiza lê com as chaves que o próprio navegador guarda, e o servidor não consegue ler. Uma sala sem criptografia é guardada como texto: quem administra este site também pode ler.',
      ],
    },
    {
      title: 'O que o servidor ainda vê',
      points: [
        'Quem está em uma sala e quando, por nomes aleatórios; quantas mensagens, reações e arquivos há e mais ou menos o tamanho deles; o título da sala de um organizador e os endereços de rede que se conectam.',
        'A criptografia protege o que você escreve e o seu nome. A ordem das mensagens e os horários vêm do servidor, assim como quem tem um lugar: quem o administra poderia mudá-los, ou reter uma mensagem ou chaves novas. Quando a página percebe por uma mensagem que outras foram movidas ou omitidas, ela diz isso abaixo dessa mensagem.',
        'Tudo em uma sala criada sem criptografia: uma sala assim diz isso no topo.',
      ],
    },
    {
      title: 'O que ninguém pode prometer',
      points: [
        'As pessoas podem copiar o que leem, também o que desaparece ou é lido uma só vez. Quem foi removido ou saiu mantém o que podia ler antes.',
        'Enquanto um link está aberto, quem o tem pode entrar se houver lugar e ler o que foi dito, a menos que a sala peça para bater à porta primeiro, ou não mostre o que foi dito antes da chegada. Envie o link só a quem ele se destina.',
        'A senha é necessária além do link. Uma senha curta pode ser adivinhada por quem tem tanto o link quanto o que o servidor guarda.',
        'Quem administra este site entrega o programa dele. Qualquer pessoa pode conferir de fora se é o publicado: o menu de uma sala diz como. Ninguém pode ver o que o servidor executa, nem que todos recebem o mesmo programa. Você pode hospedar o seu próprio.',
        'A plataforma de hospedagem pode restaurar o que foi excluído por 30 dias. De uma sala criptografada isso traz de volta horários e mensagens que continuam criptografadas; quem também tiver um link daquela época pode ler o que foi dito enquanto ele estava aberto.',
      ],
    },
  ],
  way: 'Ir para o início',
}
