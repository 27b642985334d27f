package org.nowrongdoor.search.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Capacity;
import org.nowrongdoor.directory.record.Disclosure;
import org.nowrongdoor.directory.record.Phone;
import org.nowrongdoor.search.model.Hit;
import org.nowrongdoor.search.model.HitService;
import org.nowrongdoor.search.model.NextStep;
import org.nowrongdoor.search.model.RequestFaults;
import org.nowrongdoor.search.model.SearchPage;
import org.nowrongdoor.text.WireName;

/** An answer to be read aloud: what to hear first, how to reach it, what to expect, what to ask; 80 columns. */
public final class PlainTextFormatter {

    private static final int MOST_CANDIDATES = 5;
    private static final String INDENT = "   ";

    private final Messages spoken;
    private final DisplayNames names;
    private final ToldFormatter told;
    private final StringBuilder out = new StringBuilder();

    PlainTextFormatter(String lang, boolean detailed) {
        spoken = new Messages(lang);
        names = new DisplayNames(lang);
        told = new ToldFormatter(spoken, names, detailed);
    }

    String of(SearchPage page) {
        head(page);
        var number = 1;
        var isElsewhere = false;
        for (var hit : page.hits()) {
            if (hit.elsewhere() && !isElsewhere) {
                isElsewhere = true;
                paragraph("", spoken.say("elsewhere"));
                out.append('\n');
            }
            hit(number++, hit);
        }
        if (ToldFormatter.isSilentOnConditions(page.hits())) {
            paragraph("", spoken.say("ask.conditions"));
            out.append('\n');
        }
        if (!page.notEligible().isEmpty()) {
            paragraph("", spoken.say("noteligible"));
            page.notEligible().forEach(this::notEligible);
            out.append('\n');
        }
        if (!page.leftOut().isEmpty()) {
            var counts = page.leftOut().stream()
                    .map(l -> spoken.say("left.by", names.filter(l.by()), l.count()))
                    .collect(Collectors.joining("; "));
            paragraph("", spoken.say("left", counts));
            out.append('\n');
        }
        if (!page.questions().isEmpty()) {
            paragraph("", spoken.say("questions"));
            page.questions().forEach(q -> paragraph("- ", q.text()));
            out.append('\n');
        }
        if (!page.legalContext().isEmpty()) {
            paragraph("", spoken.say("legal"));
            page.legalContext().forEach(note -> paragraph("- ", note.text() + " (" + note.source() + ")"));
            out.append('\n');
        }
        if (!page.nextSteps().isEmpty()) {
            if (!page.hits().isEmpty()) {
                paragraph("", spoken.say("next"));
            }
            page.nextSteps().forEach(this::nextStep);
        }
        return out.toString();
    }

    private void head(SearchPage page) {
        var needs = page.interpretedAs().needs().stream().map(SearchPage.UnderstoodNeed::label);
        var place = page.interpretedAs().place();
        // A place that is only likely leaves out nothing, so that the number is not of that place.
        var about = Stream.concat(
                        needs,
                        Stream.ofNullable(place)
                                .filter(SearchPage.UnderstoodPlace::sure)
                                .map(SearchPage.UnderstoodPlace::name))
                .distinct()
                .collect(Collectors.joining(", "));
        var sought = about.isEmpty() ? "" : spoken.say("found.in", about);
        var count = page.total().value();
        paragraph(
                "",
                count == 0
                        ? spoken.say("found.none", sought)
                        : count == 1 ? spoken.say("found.one", sought) : spoken.say("found.many", count, sought));
        if (place != null && !place.sure()) {
            likely(place);
        }
        if (page.interpretedAs().lenient()) {
            paragraph("", spoken.say("lenient"));
        }
        page.interpretedAs().unresolved().forEach(this::unclear);
        out.append('\n');
    }

    private void likely(SearchPage.UnderstoodPlace place) {
        var also = place.also().stream()
                .limit(MOST_CANDIDATES)
                .map(SearchPage.Candidate::label)
                .collect(Collectors.joining("; "));
        paragraph(
                "", also.isEmpty() ? spoken.say("read.as", place.name()) : spoken.say("read.also", place.name(), also));
    }

    private void unclear(SearchPage.Unresolved what) {
        var candidates = what.candidates().stream()
                .limit(MOST_CANDIDATES)
                .map(SearchPage.Candidate::label)
                .collect(Collectors.joining("; "));
        var text = RequestFaults.shorten(what.text());
        var about = "unclear." + what.as();
        paragraph(
                "",
                candidates.isEmpty()
                        ? spoken.say(about + ".unknown", text)
                        : spoken.say(about + (what.candidates().size() == 1 ? ".one" : ".which"), text, candidates));
    }

    private void hit(int number, Hit hit) {
        var service = hit.service();
        var owner = service.organization();
        var title = owner == null || service.name().contains(owner.name())
                ? service.name()
                : service.name() + " (" + owner.name() + ")";
        paragraph(number + ". ", title);
        disclose(hit.disclosures());
        told.lines(hit).forEach(line -> paragraph(INDENT, line));
        capacity(hit.capacity());
        told.contact(hit.contactPreference()).forEach(line -> paragraph(INDENT, line));
        reach(hit).forEach(line -> paragraph(INDENT, line));
        paragraph(INDENT, spoken.say("verdict." + WireName.snakeCase(hit.match().verdict())));
        paragraph(
                INDENT,
                open(
                        hit.open().state(),
                        hit.open().until(),
                        hit.open().opensAt(),
                        hit.open().at()));
        languages(service);
        told.questions(hit).forEach(q -> paragraph(INDENT, spoken.say("ask", q.text())));
        if (!hit.unknownFacts().isEmpty()) {
            var unknown = hit.unknownFacts().stream().map(names::filter).collect(Collectors.joining("; "));
            paragraph(INDENT, spoken.say("unknown", unknown));
        }
        if (service.alert() != null) {
            paragraph(
                    INDENT,
                    names.inLanguage(service.alert(), service.textsLang().get("alert")));
        }
        if (hit.freshness().stale()) {
            var verified = hit.freshness().verifiedOn();
            paragraph(INDENT, verified == null ? spoken.say("stale") : spoken.say("stale.since", verified));
        }
        out.append('\n');
    }

    private void capacity(Capacity capacity) {
        if (capacity.code() != Capacity.Code.UNKNOWN) {
            var about = "capacity." + WireName.kebabCase(capacity.code());
            var reported = capacity.reportedAt();
            paragraph(
                    INDENT,
                    reported == null ? spoken.say(about) : spoken.say(about + ".at", clock(reported.toString())));
        }
    }

    private void disclose(List<Disclosure> disclosures) {
        disclosures.forEach(d -> paragraph(
                INDENT,
                spoken.say("first", names.inLanguage(d.text(), d.textsLang().get("text")))));
    }

    private List<String> reach(Hit hit) {
        var service = hit.service();
        var lines = new ArrayList<String>();
        answered(service.phones()).forEach(phone -> lines.add(number(phone)));
        Stream.ofNullable(service.chat()).forEach(chat -> lines.add(spoken.say("chat", chat)));
        Stream.ofNullable(service.email()).forEach(email -> lines.add(spoken.say("email", email)));
        service.locations().forEach(location -> walkIn(hit, location).ifPresent(lines::add));
        if (lines.isEmpty()) {
            lines.add(service.url() == null ? spoken.say("nophone") : spoken.say("web", service.url()));
        }
        var areas = service.areas().stream()
                .map(HitService.Area::name)
                .filter(Objects::nonNull)
                .map(names::area)
                .limit(4)
                .collect(Collectors.joining("; "));
        if (!areas.isEmpty()) {
            lines.add(spoken.say("areas", areas));
        }
        return lines;
    }

    /** A location to go to, with its own hours where those of the others are different. */
    private Optional<String> walkIn(Hit hit, HitService.Place location) {
        var name = Stream.of(location.name(), location.address1(), location.city())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        var open = hit.open().locations().stream()
                .filter(each -> each.id().equals(location.id()))
                .findFirst()
                .map(each -> ". "
                        + open(
                                each.state(),
                                each.until(),
                                each.opensAt(),
                                hit.open().at()));
        return name.isEmpty() ? Optional.empty() : Optional.of(spoken.say("walkin", name) + open.orElse(""));
    }

    /** The numbers at which a person answers: a fax or a pager is not read aloud. */
    private static Stream<HitService.PhoneNumber> answered(List<HitService.PhoneNumber> phones) {
        return phones.stream().filter(phone -> Phone.Use.of(phone.type()).isAnswered());
    }

    private String number(HitService.PhoneNumber phone) {
        var number = phone.extension() == null
                ? phone.number()
                : spoken.say("extension", phone.number(), phone.extension().toPlainString());
        return spoken.say(
                switch (Phone.Use.of(phone.type())) {
                    case VOICE -> "call";
                    case TEXT -> "text";
                    case TTY -> "tty";
                    case VIDEO -> "video";
                    case FAX, PAGER -> throw new IllegalStateException("nobody answers there");
                },
                number);
    }

    private String open(String state, @Nullable String until, @Nullable String opensAt, @Nullable String at) {
        return switch (state) {
            case "open" -> open(until == null ? "open" : "until", until, at);
            case "closed" -> open(opensAt == null ? "closed" : "opens", opensAt, at);
            default -> spoken.say("open.call_first");
        };
    }

    private String open(String what, @Nullable String change, @Nullable String at) {
        var then = change == null ? "" : clock(change);
        return at == null ? spoken.say("open." + what, then) : spoken.say("open." + what + ".at", then, clock(at));
    }

    /** 2026-05-04T22:30-05:00 is read as 2026-05-04 22:30. */
    private static String clock(String time) {
        return time.length() < 16 ? time : time.substring(0, 16).replace('T', ' ');
    }

    private void languages(HitService service) {
        var spokenHere = service.languages().stream()
                .map(l -> {
                    var name = names.language(l);
                    return l.mode() == null ? name : spoken.say("language." + WireName.snakeCase(l.mode()), name);
                })
                .collect(Collectors.joining(", "));
        if (!spokenHere.isEmpty()) {
            paragraph(INDENT, spoken.say("languages", spokenHere));
        }
    }

    private void notEligible(SearchPage.NotEligible service) {
        paragraph("- ", service.service().name());
        service.reasons().forEach(reason -> paragraph(INDENT + "- ", reason.text()));
    }

    private void nextStep(NextStep step) {
        paragraph("- ", step.service().name() + " (" + spoken.say("next." + step.why()) + ")");
        disclose(step.disclosures());
        told.contact(step.contactPreference()).forEach(line -> paragraph(INDENT, line));
        answered(step.service().phones()).forEach(phone -> paragraph(INDENT, number(phone)));
    }

    private void paragraph(String lead, String text) {
        out.append(ParagraphFormatter.wrapped(lead, text)).append('\n');
    }
}
