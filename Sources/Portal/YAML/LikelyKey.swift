import Text

/// The key that a person meant by one that does not exist: spelled otherwise, or called by another name.
func likelyKey(for name: String, among known: [String]) -> String? {
    let other = otherNames[folded(name)]?.first(where: known.contains)
    return other ?? nearestName(to: name, among: known)
}

/// What people call keys who know them from elsewhere: other tools, English, everyday French.
private let otherNames: [String: [String]] = [
    "title": ["titre", "nom"], "titre": ["nom", "libelle"], "name": ["nom", "titre"], "nom": ["titre"],
    "intitule": ["titre", "nom"],
    "description": ["resume", "definition"], "summary": ["resume"], "chapeau": ["resume"], "sous_titre": ["baseline"],
    "slogan": ["baseline"], "sous-titre": ["baseline"], "email": ["courriel"], "e-mail": ["courriel"],
    "mail": ["courriel"], "tel": ["telephone"], "phone": ["telephone"], "photo": ["portrait"], "image": ["portrait"],
    "bio": ["biographie"], "tags": ["thematiques"], "themes": ["thematiques"], "categories": ["thematiques"],
    "draft": ["brouillon"], "author": ["auteurs", "editeur"], "authors": ["auteurs"],
    "url": ["adresse", "site", "page"],
    "lien": ["adresse", "site", "page"], "site_web": ["site"], "website": ["site"], "status": ["etat"],
    "statut": ["etat"],
    "public": ["publics"], "fichiers": ["documents"], "pieces_jointes": ["documents"], "heure": ["heure_debut"],
    "maj": ["mise_a_jour"], "date_publication": ["publication"], "fin_publication": ["expiration"],
    "libelle": ["titre"], "prenom": ["nom"], "epci": ["siren"], "convention": ["ctg"], "code_postal": ["insee"],
    "color": ["couleur"], "icon": ["icone"], "timezone": ["fuseau"], "adresse": ["site"], "mixte": ["hybride"],
    "distanciel": ["visio"], "date": ["debut"],
    "label": ["libelle"], "adresse_web": ["site"], "habitants": ["population", "valeur"], "chiffre": ["valeur"],
    "an": ["annee"], "year": ["annee"], "poste": ["fonction"], "metier": ["fonction"], "slug": ["anciennes_adresses"],
    "menu": ["navigation"], "footer": ["pied_de_page"], "base_url": ["adresse"], "baseurl": ["adresse"],
]
