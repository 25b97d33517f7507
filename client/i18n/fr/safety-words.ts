import type { safetyWordsTexts as English } from '../en/safety-words.ts'

/**
 * 1,024 words for people to read to one another, in French. Put together for this project from nothing but the language, and free under
 * its terms like everything else here; `safety-words.test.ts` has the rules. The place of a word in the list is its number, which people
 * compare who read different languages: a word never changes its place.
 */
export const safetyWordsTexts: typeof English = `
abeille abricot acacia accordéon acier acrobate aéroport affiche agenda agneau agrafe aigle aiguille aimant album
alcôve algue allumette alouette alpaga alphabet alpiniste amande amarre ambre amiral amphore ampoule ananas ancre ange
animal antenne antilope apiculteur appareil aquarium araignée arcade arche ardoise arène argent argile armoire armure
arôme arrosoir artichaut ascenseur asperge assiette astre atelier atlas aubergine aurore autobus autruche avalanche
avenue avion avocat avoine azalée azur bagage baguette baignoire balai balcon baleine balle bambou banane bandeau
banjo banque baobab barrage basalte basilic bassin bastion bateau bâton batterie bazar bécasse bêche béluga béquille
berceau béret berger beurre biberon bicyclette bidon bijou billard biscuit bistrot blaireau bleuet bloc bobine bocal
boîte bombe bonbon bonnet bottine bouchon bouée bougie boulanger bouquet bourgeon boussole bouteille bracelet branche
brebis bretelle brique brocante brosse brouette brume bruyère buanderie buffet buisson bulbe bureau bœuf cabane câble
cacao cachalot cactus cadenas cafetière cage cahier caillou caisse calèche caméléon camion camomille campagne canal
cannelle canoë cantine canyon capitaine capuche carafe carnaval carotte carrefour cartable cascade casque casserole
castor cathédrale caverne ceinture céleri cendre cercle cerf cerise chaîne chalet chambre chandelle chapelle chardon
chat chaudron chemin chêne cheval chien chiffon chignon chocolat chouette ciboulette cidre cigale cigogne cime cinéma
cintre cirque ciseaux citadelle citerne citron clairière clarinette classeur clavier clocher cloison clou clown
coccinelle cochon cocotier coffre coiffeur colibri colombe comète commode compas concert confiture coquelicot corail
corbeau corde cornet cortège costume côte coton coupole couronne cousin couteau couvercle crabe crapaud cravate crayon
crème cresson crevette cristal crocodile croissant croûte cruche cuillère cuir cuisine cuivre cumin curry cycliste
cygne cylindre cymbale cyprès dahlie daim damier danseur dauphin delta demeure dentelle désert dessin détective
diamant dimanche dindon dinosaure disque divan docteur doigt domaine domino donjon dorade dossier douane douche dragon
drapeau dromadaire drone dune ébène écaille échalote échelle échiquier éclair écluse école écorce écran écrevisse
écriture écureuil édifice édredon église élastique éléphant élève emballage émeraude enclume endive énergie enfant
enseigne entonnoir enveloppe épaule épée épice épinard éponge équateur équerre équipe érable ermitage escalier étagère
étain étang étendard étincelle étoile étui eucalyptus évier façade facteur faisan falaise fanfare fantôme farine
faucon faune fauteuil félin femme fenêtre fermier festin feuille feutre fève février ficelle figue filet fille filtre
flacon flambeau flaque flèche fleur flûte fontaine football forge fossé fougère foulard fourchette fraise framboise
frange frein friandise frigo frite fromage frontière fruit funambule furet fusain fusée gadget galaxie galerie gamelle
gant garage garçon gardien gaufre gazon geai gélatine gelée genou géranium geyser gingembre girafe girofle glace
glycine gnome gobelet goéland golf gondole goudron gourde gouvernail goyave graine grammaire granit grappe gravier
grenade griffe grillage griotte groseille grue guêpe guichet guide guirlande guitare gymnase habit hache hamac hameçon
hamster hangar hareng haricot harmonica harpe hélice hérisson hermine héron hêtre hibou hirondelle histoire hiver
homard hôpital horizon horloge hôtel houle housse huile huître hyène ibis iceberg icône idole igloo image immeuble
indigo insecte ivoire jacinthe jade jaguar jambe jardin jasmin javelot jeton jongleur jonquille joue journal jumelles
jupe kaki kangourou karaté kayak kimono kiosque kiwi koala labyrinthe lacet lagune laine laitue lama lampion lance
landau langue lanterne lapin lasagne lavabo lave légende légume lentille léopard lessive lettre levure lézard liane
libellule librairie licorne lièvre lilas limace limonade limule linge lion litière livreur locomotive lotus loup
loutre luge lumière lundi lunettes lustre luth lutin lynx macaron machine maçon madeleine magasin magicien magnolia
maillot mairie maïs maître mallette mammouth manche mandarine manège mangouste manivelle manteau maquette marais
marbre mardi marelle marguerite marin marmite marron mascotte matelas médaille médecin méduse mélodie menhir menthe
menu mercredi merle mésange message métal météore métier métro meuble meunier micro miel miette mimosa minute
mirabelle miroir mobile moine moisson molécule monde monnaie monocle montagne monument morceau morille morse mosaïque
moto mouchoir mouette moufle moulin moustache moutarde muguet mulot muraille mûre muscade musique mustang myrtille
nacelle nain nappe narcisse narval navet navire nectar neige nénuphar neveu nickel noisette noix nord nougat novembre
noyau nuage nuit numéro nœud oasis obélisque océan octobre ogre oignon oiseau olive ombrelle omelette oncle opéra
orage orbite orchestre ordinateur oreiller orfèvre organe orgue origami orme orteil ortie ours outil ouvrier oxygène
pagaie pagode paille palais palette palme palourde panache panda panier panneau panorama panthère papaye papillon
paprika paquebot parachute parc parfum parterre passager pastèque pâtisserie pavot pêcheur pédale peigne pélican pelle
pelouse peluche pendule péniche pépin perche père perroquet persil piano pichet pièce pied pierre pieuvre pigeon
pilier pilote piment pinceau pingouin pinson pintade pioche pipe piquet pirate pirogue piscine pissenlit pistache
pivert pivoine pizza placard plafond plage planche plateau plongeur pluie poêle poignée poireau poivre pollen polo
pomme pompier poney pont porte potager poterie potiron pouce poudre poulpe poupée poussin prairie praline pressoir
prêtre prince prisme prune puits pull puma pupitre puzzle pyjama pyramide python quai quiche quille quiz racine
radiateur rail raisin rameau rampe rascasse rasoir ravin récolte reflet règle reinette religieuse remorque renard
renne reptile requin réseau résine restaurant réveil revue rhinocéros rhubarbe ricochet rideau rivage rivière robe
robinet robot rocher rodéo roitelet roman rond rosée roulotte ruban rubis ruelle ruisseau sablier sabot sabre sachet
safari safran saison salade salière samedi sandale sanglier saphir sardine satellite saucisse saule saumon sauna
sauterelle savane savon saxophone scarabée scie scooter scorpion séchoir seigle semaine sentier septembre serpent
serrure serveur sésame siège sifflet silence silo sirène sirop sitar skieur sofa soir soldat soleil sommeil sonate
sonnette soprano sorbet sorcière soupe source souvenir spatule sphère spirale squelette stade statue stylo sucette
sucre sycomore sœur tableau tabouret talon talus tambour tamis tandem tango tanière tante tartine tatou taupe taureau
taxi télescope tempête terrain têtard tête théâtre théière thermos thon ticket tige tilleul timbale tisane tisserand
titre toast toboggan toilette toit tomate tonneau topaze torche tornade torrent tortue totem toucan toupie tour
tracteur train trapèze trèfle tremplin trésor triangle tribune tricot trident triton trombone tronc trophée trottoir
trousse truffe truite tube tulipe tunique tunnel turban turquoise tuyau ukulélé univers usine ustensile vacances vague
vaisseau valise vallée vampire vanille vapeur vase vautour veau vélo vendredi vent véranda vernis verrière vestiaire
victoire vidéo vigne village vinaigre violette vipère virage vitamine vitesse vitrail voile voisin voiture volcan
volet volière voyage voyelle wagon xylophone yacht yaourt yoga yourte zèbre zigzag zinc œillet œuvre
`
  .trim()
  .split(/\s+/)
