import type { safetyWordsTexts as English } from '../en/safety-words.ts'

/**
 * 1,024 words for people to read to one another, in German. Put together for this project from nothing but the language, and free under
 * its terms like everything else here; `safety-words.test.ts` has the rules. The place of a word in the list is its number, which people
 * compare who read different languages: a word never changes its place.
 */
export const safetyWordsTexts: typeof English = `
Abakus Abend Abfahrt Abteil Achse Achterbahn Acker Adler Admiral Affe Ahle Ahorn Akelei Akkordeon Akrobat Album
Algebra Allee Alpaka Alphabet Amboss Ameise Ampel Ananas Anis Anorak Antenne Antilope Anzug Apfel Apotheke Applaus
Aprikose Aquarium Arena Armband Arnika Artist Arzt Asche Asphalt Aster Astronaut Atelier Atlas Atom Aubergine Auge
August Ausflug Auto Avocado Azalee Bach Backofen Bademantel Bagger Bahnhof Balkon Ballett Bambus Banane Banjo Bart
Basar Basilikum Batterie Bauer Bauklotz Baum Becher Beere Bein Berg Bernstein Besen Beutel Biber Biene Bikini Bild
Billard Birke Blatt Blaubeere Blazer Blech Bleistift Blitz Blüte Boden Bohne Boje Bonbon Boot Botanik Boulevard Bremse
Brett Brezel Brief Brille Brise Brokkoli Brombeere Bronze Brücke Bruder Brunnen Bucht Buckel Büffel Bügel Bulldogge
Bündel Bungalow Burgtor Büro Bürste Busch Butter Campus Cello Chamäleon Chemiker Chinchilla Chor Chronik Clown
Cocktail Computer Couch Curry Dachs Dahlie Dame Dampf Dattel Daumen Deckel Degen Delfin Delta Denkmal Depot Dessert
Detektiv Diamant Dichter Diele Diplom Distel Dock Dohle Doktor Dolch Domino Donner Dorf Dorsch Dose Dotter Drache
Draht Drama Drehbuch Dreieck Drilling Drossel Druck Dschungel Dübel Duett Duft Düne Dünger Dusche Ebbe Echo Eckball
Ecke Edelstein Efeu Eiche Eidechse Eierbecher Eigelb Eimer Einhorn Einkauf Eintopf Eisbär Eisdiele Eisen Eiszapfen
Elch Elefant Elfenbein Ellbogen Elster Eltern Enkel Ente Enzian Erbse Erdbeere Erfinder Erker Esel Espe Espresso Essig
Etage Etui Eule Europa Expedition Fabrik Fackel Faden Fagott Fahne Fahrrad Falke Falter Familie Fanfare Farbe Farn
Fasan Fass Faultier Faust Feile Feldmaus Fels Fenchel Fenster Ferien Ferkel Fernrohr Festung Feuer Fibel Fichte Figur
Filz Finger Fink Fisch Flagge Flamingo Flasche Flaum Fleck Fledermaus Fliege Flocke Floh Flöte Flügel Fluss Föhn
Forelle Forscher Foto Foyer Fracht Fransen Frikadelle Frosch Frühling Fuchs Füller Funke Furche Fußball Gabel Galaxie
Galerie Gämse Gans Garage Garderobe Garten Gast Gazelle Gebäck Gebirge Gecko Gedicht Gefäß Geier Geige Geldbeutel
Gelee Gemälde Gemüse Gepard Gerste Gesang Geschenk Gespenst Getreide Gewitter Gewürz Giebel Gießkanne Ginster Gipfel
Gips Giraffe Girlande Gitarre Gitter Gladiole Glanz Glas Gletscher Glück Gnom Gold Gondel Gorilla Gräte Graupel Grenze
Grotte Gruppe Gruß Gulasch Gummi Gurke Gürtel Haar Habicht Hafen Hagel Halle Hals Hamburger Hammer Hamster Handschuh
Hängematte Hantel Harfe Harmonika Harz Haselnuss Haube Hausboot Haut Hebel Hecht Heft Heide Heizung Helm Hemd Hengst
Henne Herbst Hering Heuboden Hibiskus Himbeere Himmel Hirsch Hirte Hochzeit Holunder Holz Honig Hopfen Horizont
Hornisse Hotel Huhn Hund Hupe Hyäne Hyazinthe Igel Iglu Iltis Imker Indigo Ingwer Insekt Instrument Iris Jacke Jaguar
Jasmin Jodler Joghurt Jongleur Jubiläum Jupiter Juwel Kabine Kachel Käfer Kaffee Käfig Kaiser Kajak Kakao Kaktus Kalb
Kalender Kamera Kamin Kamm Kanal Känguru Kaninchen Kanne Kanu Kapelle Kapitän Kappe Kapuze Karamell Karneval Karotte
Karpfen Karte Karussell Käse Kastanie Katalog Kathedrale Katze Kauz Kehle Keil Keks Keller Kerbel Kern Kerze Kessel
Kette Kiefer Kiesel Kino Kiosk Kirchturm Kirsche Kissen Kittel Kiwi Klammer Klang Klarinette Klavier Klee Kleid
Klempner Klinke Klippe Kloster Knäuel Knie Knoblauch Knochen Knödel Knopf Knospe Knoten Koala Kobold Koch Koffer
Kohlrabi Kokosnuss Kolibri Komet Komma Kompass Konzert Koralle Korb Kordel Korken Körper Kostüm Krabbe Kragen Kran
Krater Krawatte Krebs Kreide Kresse Kreuz Kristall Krokodil Krone Krug Krümel Küche Kuckuck Kulisse Kümmel Kunst
Kupfer Kuppel Kürbis Kurve Küste Kutsche Labyrinth Lagune Laken Lakritze Lama Lampe Landschaft Lanze Lappen Lärche
Lärm Lasso Laterne Latte Laub Lauch Lavendel Lawine Leder Leguan Lehm Lehrer Leine Lemming Lenkrad Leopard Leuchtturm
Lexikon Libelle Licht Lied Lilie Limette Limonade Linde Lineal Liste Liter Löffel Lokführer Lorbeer Löschblatt Lotse
Lotterie Löwe Luke Lunge Lupine Lurch Magazin Magen Magnet Maibaum Mais Majoran Makrele Maler Mammut Mandarine Manege
Mango Manschette Märchen Marder Marke Marmelade Marone Marzipan Maschine Matjes Matratze Maulwurf Maurer Medaille Meer
Mehl Meister Meißel Melodie Mensch Messer Metall Meteor Metropole Metzger Mikado Mikrofon Milch Mimose Mine Minute
Mirabelle Mispel Möbel Möhre Molekül Monat Mond Monitor Monster Moos Moped Morgen Mörser Mosaik Moschee Moskito Motor
Motte Mücke Muffin Mühle Münze Murmel Muschel Museum Musik Muskel Müsli Mustang Nachbar Nacken Nähgarn Narr Narzisse
Nashorn Nektar Nelke Nest Netz Nickel Nilpferd Nische Nixe Nordpol Notiz Nudel Nuss Oberlicht Oboe Obst Ofen Ohrring
Ohrwurm Okapi Oktober Oleander Olive Omelett Oper Orange Orchidee Oregano Orgel Orkan Osten Ozean Päckchen Paddel
Paket Palast Palette Palme Panda Panflöte Panorama Panther Papagei Papier Pappel Paprika Parade Parfüm Park Passagier
Pastete Pauke Pavillon Pedal Pelikan Pendel Perle Perücke Petersilie Pfad Pfahl Pfanne Pfeffer Pfeife Pferd Pfirsich
Pflanze Pflug Pförtner Pfote Pfütze Phantom Physik Piano Picknick Pilger Pilot Pinguin Pinie Pinsel Pirat Pistazie
Pizza Plakat Planet Plastik Platane Pokal Polster Pommes Pony Popcorn Portal Porzellan Posaune Postbote Prärie Primel
Propeller Pudding Puder Pullover Puma Pumpe Punkt Pupille Purpur Puzzle Pyramide Quader Qualle Quark Quaste Quirl
Quitte Quiz Rachen Radar Radieschen Rahmen Rakete Ranzen Rasen Rathaus Rätsel Raupe Rebe Rebhuhn Rechner Regal Reifen
Reiter Relief Rentier Rettich Rezept Rhabarber Rhythmus Riegel Riemen Riese Rikscha Ring Rinne Rippe Ritterburg Robbe
Roboter Rodel Roggen Rohr Rolle Roman Rondell Rosine Rubin Rücken Rucola Ruderboot Rüssel Safari Safran Saft Saite
Salami Salbei Salto Samen Sandale Sänfte Sänger Saphir Sardine Satellit Saturn Säule Sauna Schaf Scheibe Schiff
Schlange Schmied Schnee Schokolade Schrank Schuh Schwan Sechseck Seerose Seestern Segel Seife Sekunde Sellerie Semmel
Senf Serviette Sichel Sieb Siedler Silber Silo Sirene Sitar Skorpion Smaragd Socke Sofa Sommer Sonne Spachtel Spargel
Spatz Specht Spiegel Spinne Sprache Stachel Stadt Stall Staub Stein Stelze Stempel Stiefel Stift Stimme Stirn Stock
Storch Strand Stroh Strudel Student Stuhl Sumpf Suppe Symphonie Tablett Tafel Tagebuch Tandem Tank Tapete Tapir Tasse
Taucher Taxi Teddy Teich Teig Telefon Tennis Teppich Terrasse Theater Thron Thunfisch Thymian Tier Tinte Tiramisu
Toast Tochter Tomate Topf Torte Torwart Traktor Tram Trapez Traube Treppe Trichter Trommel Tropfen Trüffel Truhe
Truthahn Tuch Tukan Tulpe Tümpel Tundra Tunnel Turban Türkis Turm Turnier Tüte Ufer Ukulele Umhang Unterhemd Urkunde
Urlaub Urwald Vampir Vanille Vater Veilchen Ventil Venus Veranda Vetter Viadukt Video Villa Violine Viper Vitamin
Vitrine Vogel Vorhang Vorrat Vulkan Waage Wabe Wacholder Waffel Waggon Wald Walnuss Walzer Wanderer Wärme Wasser Weber
Wecker Weizen Welpe Werft Werkstatt Westen Widder Wiege Wimpel Wind Winkel Winter Wirbel Witz Woche Wolf Wolke Wombat
Wrack Wunsch Würfel Wurst Xylophon Zahl Zahnrad Zander Zange Zapfen Zauber Zaun Zebra Zebu Zeichen Zeit Zentrum
Zeppelin Zettel Zicklein Ziffer Zikade Zimmer Zimt Zinn Zirkel Zitadelle Zither Zitrone Zofe Zucchini Zucker Zündholz
Zweig Zwetschge Zwiebel Zwilling Zylinder Zypresse
`
  .trim()
  .split(/\s+/)
