/// The keys of groups and those that sheets have in common: a line that begins with one of them is meant as a key.
let contentKeys: Set<String> = Set(keysOfGroups.values.joined()).union([
    "titre", "resume", "brouillon", "publication", "expiration", "mise_a_jour", "anciennes_adresses", "territoires",
    "thematiques", "auteurs", "publics", "partenaires", "moyens", "documents", "exemple", "participants", "pratiques",
    "heure_debut", "heure_fin", "inscription", "champs_publics", "consentement", "depuis", "jusqu_a", "siren", "insee",
])

/// The keys that belong inside a group, by the group's own key.
let keysOfGroups: [String: [String]] = [
    "moyens": ["humains", "financiers"], "ctg": ["debut", "fin"], "population": ["valeur", "annee"],
    "documents": ["fichier", "titre"], "liens": ["libelle", "adresse"], "navigation": ["libelle", "page"],
    "pied_de_page": ["libelle", "page"], "contact": ["courriel", "telephone", "adresse_postale"],
    "editeur": ["nom", "siege", "telephone"], "hebergeur": ["nom", "adresse", "telephone"],
    "accessibilite": ["etat", "taux", "date_audit", "contact"],
]
