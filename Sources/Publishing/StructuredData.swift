import Portal
import Text

/// What a page is about, for machines.
enum Subject: Sendable {
    /// Nothing more than the page itself.
    case page
    case network
    case member(ID<Member>)
    case practice(ID<Practice>)
    case meeting(ID<Meeting>)
    case news(ID<News>)
}

/// What a page says to search engines in the vocabulary of schema.org: its place in the site, and what it is about.
///
/// It says nothing that the page does not show. Of people it names only those who consented to a profile, and of those
/// only what they agreed to publish: nobody else is put into a form that is made for copying.
struct StructuredData {
    let page: PageView
    private var here: Here { page.here }
    private var site: Site { here.site }

    /// Writes a `script` element that no browser executes; nothing for a page that search engines are not to keep.
    ///
    /// The whole element, since templates can print nothing into a script.
    func write(into html: inout ByteBuffer) {
        guard !page.isHidden else { return }
        var json = JSON(capacity: 1_024)
        json.object { json in
            json.write("@context", "https://schema.org")
            json.key("@graph")
            json.array { json in
                write(page.subject, into: &json)
                if !page.trail.isEmpty { writeTrail(into: &json) }
            }
        }
        html.append("<script type=\"application/ld+json\">")
        html.append(inScript: json)
        html.append("</script>")
    }
}

extension StructuredData {
    private func write(_ subject: Subject, into json: inout JSON) {
        switch subject {
        case .page: break
        case .network: writeNetwork(into: &json)
        case .member(let id): site[id].profile.map { write(site[id], $0, into: &json) }
        case .practice(let id): write(site[id], into: &json)
        case .meeting(let id): write(site[id], into: &json)
        case .news(let id): write(site[id], into: &json)
        }
    }

    private func writeTrail(into json: inout JSON) {
        json.object("BreadcrumbList") { json in
            json.key("itemListElement")
            json.array { json in
                let steps = page.trail + [PlannedLink(label: page.title, address: here.address)]
                for (index, step) in steps.enumerated() {
                    json.object("ListItem") { json in
                        json.key("position")
                        json.value(index + 1)
                        json.write("name", step.label)
                        json.write("item", here.publicAddress(of: step.address))
                    }
                }
            }
        }
    }

    private func writeNetwork(into json: inout JSON) {
        let email = site.settings.contact.email.flatMap { $0.contains("@") ? $0 : nil }
        json.object("Organization") { json in
            json.write("name", site.settings.title)
            json.write("url", here.publicAddress(of: ""))
            json.write("description", site.settings.tagline)
            json.write("logo", here.book.assets.icon.map(here.publicAddress))
            json.write("email", email)
        }
        json.object("WebSite") { json in
            json.write("name", site.settings.title)
            json.write("url", here.publicAddress(of: ""))
            json.write("inLanguage", site.settings.language)
        }
    }

    private func writeOrganization(into json: inout JSON) {
        json.object("Organization") { json in
            json.write("name", site.settings.title)
            json.write("url", here.publicAddress(of: ""))
        }
    }

    /// Only what is in the profile, which holds nothing but what the person agreed to.
    private func write(_ member: Member, _ profile: Member.Profile, into json: inout JSON) {
        json.object("Person") { json in
            json.write("name", member.sheet.title)
            json.write("url", here.publicAddress(of: member.sheet.address))
            json.write("jobTitle", member.function)
            json.write("description", member.sheet.summary)
            json.write("email", profile.email)
            json.write("telephone", profile.phone)
            let portrait = profile.portrait.flatMap { here.book.pictures[$0, .portrait] }
            json.write("image", portrait.map { here.publicAddress(of: $0.path) })
            json.write("sameAs", profile.links.map(\.address))
            json.write("knowsAbout", profile.thematics.map { site.vocabularies.thematics[$0].label })
            guard !member.isFormer else { return }
            json.key("memberOf")
            writeOrganization(into: &json)
        }
    }

    /// An article, since its steps are free text: a `HowTo` would promise a list of them.
    private func write(_ practice: Practice, into json: inout JSON) {
        let known = practice.authors.filter { site[$0].profile != nil }
        json.object("Article") { json in
            json.write("headline", practice.sheet.title)
            writeArticle(practice.sheet, practice.thematics, into: &json)
            json.key("author")
            json.array { json in
                for author in known { writeName(of: site[author].sheet, into: &json) }
                // The network answers for authors who are not named here, and for sheets that have none.
                if known.count < max(1, practice.authors.count) { writeOrganization(into: &json) }
            }
            json.key("publisher")
            writeOrganization(into: &json)
        }
    }

    private func write(_ news: News, into json: inout JSON) {
        json.object("NewsArticle") { json in
            json.write("headline", news.sheet.title)
            json.write("datePublished", news.date.iso)
            writeArticle(news.sheet, news.thematics, into: &json)
            json.key("author")
            writeOrganization(into: &json)
            json.key("publisher")
            writeOrganization(into: &json)
        }
    }

    private func writeArticle(_ sheet: Sheet, _ thematics: [ID<Term>], into json: inout JSON) {
        json.write("description", sheet.summary)
        json.write("url", here.publicAddress(of: sheet.address))
        json.write("inLanguage", site.settings.language)
        json.write("dateModified", sheet.updated?.iso)
        json.write("keywords", thematics.map { site.vocabularies.thematics[$0].label })
    }

    private func writeName(of sheet: Sheet, into json: inout JSON) {
        json.object("Person") { json in
            json.write("name", sheet.title)
            json.write("url", here.publicAddress(of: sheet.address))
        }
    }
}

// MARK: - Meetings

extension StructuredData {
    private func write(_ meeting: Meeting, into json: inout JSON) {
        json.object("Event") { json in
            json.write("name", meeting.sheet.title)
            json.write("description", meeting.sheet.summary)
            json.write("url", here.publicAddress(of: meeting.sheet.address))
            json.write("startDate", meeting.moment(meeting.start))
            json.write("endDate", meeting.end.flatMap { meeting.moment($0) })
            json.write("eventAttendanceMode", meeting.format.map { "https://schema.org/" + $0.attendance })
            let isOnline = meeting.format == .video || meeting.format == .hybrid
            let isSomewhere = meeting.format != .video && !meeting.venue.isEmpty
            if isOnline || isSomewhere {
                json.key("location")
                json.array { json in
                    if isSomewhere { json.object("Place") { $0.write("name", meeting.venue) } }
                    if isOnline {
                        json.object("VirtualLocation") {
                            $0.write("url", here.publicAddress(of: meeting.sheet.address))
                        }
                    }
                }
            }
            json.key("organizer")
            writeOrganization(into: &json)
        }
    }
}

extension Meeting {
    /// As much of a date as is known, with a time of day where the day is known. The time zone is the place's, which
    /// ISO 8601 lets one leave out.
    fileprivate func moment(_ time: ClockTime?) -> String {
        guard date.precision == .day, let time else { return date.iso }
        return "\(date.iso)T\(time.text)"
    }
}

extension MeetingFormat {
    fileprivate var attendance: String {
        switch self {
        case .video: "OnlineEventAttendanceMode"
        case .onSite: "OfflineEventAttendanceMode"
        case .hybrid: "MixedEventAttendanceMode"
        }
    }
}

// MARK: - JSON

extension JSON {
    /// A thing of a type of schema.org.
    fileprivate mutating func object(_ type: String, _ members: (inout JSON) -> Void) {
        object { json in
            json.write("@type", type)
            members(&json)
        }
    }

    /// A property, unless there is nothing to say.
    fileprivate mutating func write(_ name: String, _ text: String?) {
        guard let text, !text.isEmpty else { return }
        key(name)
        value(text)
    }

    fileprivate mutating func write(_ name: String, _ texts: [String]) {
        guard !texts.isEmpty else { return }
        key(name)
        array { json in texts.forEach { json.value($0) } }
    }
}
