import { ROTATION_SEATS_MAX } from '../../../protocol/key-limits.ts'
import { RETAIN_FOR } from '../../../protocol/limits.ts'
import type { privacyTexts as English } from '../en/privacy.ts'
import { formatDuration, formatNumber } from '../index.ts'

/** The short form of docs/threat-model.md, in French. Change both together. */
export const privacyTexts: typeof English = {
  page: 'Vie privée · private-chat',
  title: 'Ce qui reste privé, et ce qui ne peut pas l’être',
  lead: 'Un salon créé sur la page d’accueil est chiffré dans votre navigateur. Jusqu’à la fin du salon, le serveur conserve ce qu’il ne peut pas lire. Ensuite, il ne conserve rien.',
  parts: [
    {
      title: 'Ce que nous promettons',
      points: [
        'La clé d’un salon chiffré est la partie de son lien après #. Les navigateurs ne l’envoient jamais nulle part. Sans elle, et sans le mot de passe s’il y en a un, personne ne peut prendre une place ni lire un mot.',
        'Votre nom est chiffré comme ce que vous dites : le serveur ne connaît chaque personne que par un nom au hasard, comme celui d’un animal.',
        `Une personne exclue ne peut pas lire ce qui se dit une fois les clés changées, même avec l’ancien lien, dans les salons qui ont au plus ${formatNumber(ROTATION_SEATS_MAX)} places prises. Un hôte peut remplacer le lien ou le désactiver. Dans un salon pour deux, il se désactive tout seul dès que les deux ont parlé, si les deux navigateurs peuvent conserver des clés.`,
        'Personne ne peut parler à la place d’une autre : le serveur n’accepte un message que de la place à laquelle il appartient, et un message impossible à ouvrir est montré comme tel.',
        'À la fin, tout le monde doit sortir, le stockage est supprimé et la page oublie. Ce qui se dit dans un salon animé peut être conservé un moment après sa fin : le salon l’annonce.',
        'Pour le prochain salon, votre navigateur retient votre nom et ce que vous avez choisi sur cet appareil, comme un son. Rien de ce qui a été dit n’en fait partie.',
        'Pour l’installation et les mauvaises connexions, votre navigateur garde les fichiers de l’application : aucun salon, aucune adresse de salon, aucun message. Ce que vous partagez avec l’application installée attend quelques minutes en mémoire, jusqu’à se trouver dans le champ de message d’un salon. Si votre navigateur a retiré cette partie de l’application, le serveur le reçoit et le jette sans le lire.',
        'Quand le menu d’un salon indique « Conservé dans l’UE », la plateforme d’hébergement fait tourner ce salon et stocke ce qu’elle a de lui dans l’Union européenne seulement.',
        'Pas besoin de compte pour parler. Il n’y a pas de pistage, et aucun autre site n’est en jeu. Les journaux ne contiennent jamais de messages, de noms, d’adresses ni de salons.',
        'Les cookies disent ici quelles places sont les vôtres, si une session est ouverte, si le compte connaît l’appareil et, pendant un an, quelle langue a été choisie. Il n’y en a pas d’autres.',
      ],
    },
    {
      title: 'Les salons animés',
      points: [
        `Avec un compte, on prévoit des salons, et on peut conserver ce qui s’y dit jusqu’à ${formatDuration(RETAIN_FOR.max)} après la fin. Toute personne qui entre voit qui peut le lire et jusqu’à quand : avant d’entrer, et au-dessus du champ de message.`,
        'Une fois un tel salon ouvert, ce délai ne peut que raccourcir. Si la fin du salon est déplacée, il se déplace avec elle, et tout le monde dans le salon le voit.',
        'Un salon chiffré est conservé tel qu’il a été envoyé : la personne qui l’anime le lit avec les clés que conserve son navigateur, et le serveur ne peut pas le lire. Un salon sans chiffrement est stocké en clair : qui gère ce site peut le lire aussi.',
      ],
    },
    {
      title: 'Ce que le serveur voit malgré tout',
      points: [
        'Qui est dans un salon et quand, par des noms au hasard ; combien il y a de messages, de réactions et de fichiers, et leur taille approximative ; le titre d’un salon animé ; et les adresses réseau qui se connectent.',
        'Le chiffrement protège ce que vous écrivez et votre nom. La place d’un message dans l’ordre et son heure viennent du serveur, de même que la liste des places : qui le gère pourrait les changer, ou retenir un message ou de nouvelles clés. Quand la page peut déduire d’un message que d’autres ont été déplacés ou omis, elle le dit sous ce message.',
        'Tout, dans un salon créé sans chiffrement : un tel salon l’indique en haut.',
      ],
    },
    {
      title: 'Ce que personne ne peut promettre',
      points: [
        'Ce qui est lu peut être copié, même ce qui disparaît ou ne se lit qu’une fois. Une personne exclue ou partie garde ce qu’elle pouvait lire avant.',
        'Tant qu’un lien est valable, toute personne qui l’a peut entrer s’il y a une place, et lire ce qui s’est dit, sauf si le salon demande d’abord de frapper, ou cache ce qui s’est dit avant. Ne l’envoyez qu’aux personnes à qui il est destiné.',
        'Un mot de passe s’ajoute au lien. S’il est court, il peut être deviné par qui a le lien et ce que le serveur enregistre.',
        'Qui gère ce site fournit son script. Est-ce bien celui qui est publié ? Tout le monde peut le vérifier de l’extérieur : le menu d’un salon explique comment. Personne ne peut voir ce que fait tourner le serveur, ni si tout le monde reçoit le même script. Vous pouvez faire tourner le vôtre.',
        'La plateforme d’hébergement peut restaurer un stockage supprimé pendant 30 jours. Pour un salon chiffré, cela ramène des heures, et des messages qui restent chiffrés ; qui a aussi un lien de cette époque peut lire ce qui s’est dit tant qu’il était valable.',
      ],
    },
  ],
  way: 'Aller à l’accueil',
}
