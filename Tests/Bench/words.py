"""The words and sentence patterns from which the generated portal is written.

Every phrase carries its own article, so that patterns can be combined without grammar. Patterns are filled by
`str.format` with the lists below; `{rare}` draws a word that few sheets share, as place and project names do.
"""

ACTORS = """l'équipe de coopération|la chargée de coopération|le pilote de la convention|le centre social|la Caf
le service petite enfance|la direction de l'éducation|le relais petite enfance|l'espace de vie sociale
la mission locale|le centre communal d'action sociale|l'association de parents|le collectif d'habitants
la médiathèque intercommunale|la protection maternelle et infantile|le collège|le comité technique
la coordinatrice jeunesse|le conseiller numérique|la référente parentalité|l'élu délégué aux familles
la ludothèque|le service logement|la maison des jeunes|l'équipe d'animation|le bailleur social
le réseau des assistantes maternelles|la maison France services|le service mobilité|la cheffe de projet""".replace("\n", "|").split("|")

AUDIENCES = """les familles|les jeunes parents|les adolescents|les assistantes maternelles|les habitants
les familles monoparentales|les enfants de moins de trois ans|les jeunes de seize à vingt-cinq ans
les parents d'enfants en situation de handicap|les grands-parents|les nouveaux arrivants|les personnes isolées
les bénévoles|les professionnels de l'accueil|les élus des communes rurales|les aidants|les saisonniers
les allocataires|les familles du quartier|les animateurs""".replace("\n", "|").split("|")

ACTIONS = """organise une permanence|anime un groupe de travail|ouvre un lieu d'écoute|prépare un diagnostic partagé
propose un parcours d'accueil|met en place un guichet commun|monte un atelier mensuel|rédige une charte
tient un tableau de bord|accompagne les démarches|recueille la parole|visite les structures|forme les équipes
publie un guide pratique|coordonne les horaires|simplifie l'inscription|prête du matériel|réunit les partenaires
cartographie les besoins|expérimente une navette|partage ses outils|construit un calendrier commun
relaie les informations|soutient les initiatives|évalue les résultats|aménage un espace de jeu""".replace("\n", "|").split("|")

PLACES = """dans une salle de la mairie|au marché du samedi|dans les écoles|à la médiathèque|en pied d'immeuble
dans un bus aménagé|à la maison des associations|au centre social|dans les villages éloignés|en visioconférence
sur la place du bourg|dans les locaux du relais|à la sortie des classes|au gymnase|dans un ancien café
à l'hôpital de proximité|au bord du lac|dans la vallée|au foyer rural|chez les commerçants""".replace("\n", "|").split("|")

TOOLS = """un questionnaire court|une carte des services|un agenda partagé|une fiche de liaison|un jeu de rôle
un carnet de bord|une mallette pédagogique|une boîte à idées|un numéro unique|un annuaire commenté
une grille d'observation|un formulaire en ligne|une exposition itinérante|un podcast|un kit d'animation
un registre des demandes|une convention type|une frise murale|une lettre d'information|un livret illustré""".replace("\n", "|").split("|")

AIMS = """réduire le non-recours|rompre l'isolement|faire connaître les modes d'accueil|soutenir la parentalité
faciliter la reprise d'un emploi|rendre les services lisibles|prévenir les ruptures de parcours
donner la parole aux plus jeunes|éviter les démarches en double|partager la connaissance des besoins
équilibrer l'offre entre les communes|ouvrir les loisirs à tous|renforcer la confiance|mieux accueillir les fratries
repérer les difficultés plus tôt|mutualiser les moyens|valoriser les métiers|adapter les horaires
encourager l'entraide|préparer l'entrée à l'école""".replace("\n", "|").split("|")

MOMENTS = """Chaque mercredi|Dès la première année|Pendant les vacances|Au printemps|Deux fois par trimestre
Après six mois|En début de convention|À la rentrée|Le premier lundi du mois|Au fil des rencontres
Depuis le diagnostic|Avant chaque comité de pilotage|Une fois par an|Au cours de l'hiver|En fin de journée""".replace("\n", "|").split("|")

RESULTS = """la fréquentation a augmenté|les délais ont diminué|les partenaires se connaissent mieux
les demandes arrivent plus tôt|les communes voisines s'y sont jointes|le bouche-à-oreille a fait le reste
la participation reste inégale|les horaires ont été élargis|les familles reviennent avec leurs voisines
un second lieu a pu ouvrir|la liste d'attente s'est réduite|les élus en parlent comme d'un acquis
l'équipe a gagné du temps|le dispositif a trouvé son public|les questions ont changé de nature""".replace("\n", "|").split("|")

PATTERNS = """{moment}, {acteur} {action} {lieu} avec {public}.
Pour {but}, {acteur} {action} et s'appuie sur {outil}.
{Acteur} {action} ; {public} y trouvent {outil}.
Il s'agit de {but} : {acteur} {action} {lieu}.
{moment}, {public} rencontrent {acteur} {lieu}, autour de « {rare} ».
Avec {outil}, {acteur} cherche à {but} sans alourdir le travail quotidien.
{Acteur} et {acteur} se partagent la tâche : l'un {action}, l'autre tient {outil}.
Un an plus tard, {resultat} et {resultat}.
Le point de vigilance est connu : {but} demande du temps, et {public} ne viennent pas toujours d'eux-mêmes.
Le nom retenu, {rare}, vient d'une proposition faite {lieu} par {public}.
À {rare}, {acteur} {action} depuis que {resultat}.
Est-ce que {resultat} ? {Acteur} le vérifie avec {outil}.
Le COPIL valide chaque étape, puis {acteur} {action} avec la PMI et le RPE.
L'accueil, l'écoute et l'orientation restent gratuits, et {acteur} {action} {lieu}.
*{moment}*, {acteur} {action} ; **{resultat}**.
{Public} disent ce qui manque, {acteur} {action}, et le CCAS prend le relais.""".split("\n")

TITLES = """Un guichet commun pour {public}|{Outil} au service de la coopération|Accueillir {public} {lieu}
Comment {acteur} {action}|{But} avec {public}|{Rare} : {outil} pour {public}|Une journée pour {but}
Le projet {rare}|{Rare}, un lieu pour {public}|{But} : l'expérience de {rare}""".replace("\n", "|").split("|")

SECTIONS = ["Le contexte", "Les étapes", "Les partenaires", "Les moyens", "Ce que cela change", "Points de vigilance",
            "Pour reproduire", "Comment savoir si cela marche", "Et maintenant ?"]

FUNCTIONS = ["Chargée de coopération CTG", "Chargé de coopération CTG", "Pilote de la CTG", "Coordinatrice petite enfance",
             "Coordonnateur jeunesse", "Responsable de l'action sociale", "Référente parentalité", "Éducatrice de jeunes enfants",
             "Conseiller technique Caf", "Directrice de l'enfance", "Animateur de réseau", "Chargée de projet familles"]

GIVEN_NAMES = """Adèle|Agathe|Alban|Amélie|Anaïs|André|Anne-Laure|Antonin|Aïcha|Basile|Bérénice|Brahim|Camille|Céleste|Chloé
Clément|Corentin|Cyrielle|Damien|Dalila|Édith|Éloi|Élodie|Émile|Étienne|Fanny|Farid|Flavie|François|Gaëlle|Géraldine
Gwenaël|Habiba|Hélène|Hugues|Inès|Ismaël|Jean-Noël|Joséphine|Jérémie|Karima|Léa|Léonard|Loïc|Lucie|Maëlle|Mahé|Marcelline
Maud|Moussa|Nadège|Naïma|Noémie|Océane|Octave|Odile|Paul-Émile|Quentin|Rachid|Raphaëlle|Rémi|Romane|Salomé|Samira|Séverin
Solène|Tanguy|Théodora|Tristan|Ulysse|Valérie|Victoire|Wassim|Xavière|Yaël|Yohan|Zélie|Zoé""".replace("\n", "|").split("|")

FAMILY_STARTS = """Bar|Bel|Ber|Bois|Bou|Car|Chan|Char|Clair|Cour|Dau|Del|Des|Du|Fau|Fer|Font|Gar|Gran|Gui|Hau|Jou|La|Le|Mal
Mar|Mon|Mor|Nor|Pel|Per|Pré|Ré|Ro|Sal|San|Ser|Tail|Tho|Val|Ver|Vil""".replace("\n", "|").split("|")
FAMILY_MIDDLES = "|a|be|bi|che|cou|di|do|gue|la|li|ma|mo|na|né|pi|ra|ri|ro|se|ta|ti|vi".split("|")
FAMILY_ENDS = "bert|ceau|deau|det|doux|geon|gnon|lard|let|lier|lot|mont|nard|neau|net|nier|ptain|rand|reau|rel|rin|sac|tier|vel|ville".split("|")
