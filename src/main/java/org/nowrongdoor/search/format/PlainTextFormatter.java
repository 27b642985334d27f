package org.nowrongdoor.search.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nowrongdoor.directory.record.Disclosure;
import org.nowrongdoor.search.model.Hit;
import org.nowrongdoor.search.model.HitService;
import org.nowrongdoor.search.model.NextStep;
import org.nowrongdoor.search.model.RequestFaults;
import org.nowrongdoor.search.model.SearchPage;
import org.nowrongdoor.text.WireName;

/** An answer to be read aloud: what to hear first, how to reach it, what to expect, what to ask; 80 columns. */
public final class PlainTextFormatter {

    public static final int COLUMNS = 80;
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int MOST_CANDIDATES = 5;
    private static final String INDENT = "   ";

    private final Messages spoken;
    private final DisplayNames names;
    private final StringBuilder out = new StringBuilder();

    PlainTextFormatter(String lang) {
        spoken = new Messages(lang);
        names = new DisplayNames(lang);
    }

    String of(SearchPage page) {
        head(page);
        var number = 1;
        for (var hit : page.hits()) {
            hit(number++, hit);
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
        var place = Stream.ofNullable(page.interpretedAs().place()).map(SearchPage.UnderstoodPlace::name);
        var about = Stream.concat(needs, place).distinct().collect(Collectors.joining(", "));
        var sought = about.isEmpty() ? "" : spoken.say("found.in", about);
        var count = page.total().value();
        paragraph(
                "",
                count == 0
                        ? spoken.say("found.none", sought)
                        : count == 1 ? spoken.say("found.one", sought) : spoken.say("found.many", count, sought));
        if (page.interpretedAs().lenient()) {
            paragraph("", spoken.say("lenient"));
        }
        page.interpretedAs().unresolved().forEach(this::unclear);
        out.append('\n');
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
        reach(service).forEach(line -> paragraph(INDENT, line));
        paragraph(INDENT, spoken.say("verdict." + WireName.snakeCase(hit.match().verdict())));
        paragraph(INDENT, open(hit.open()));
        languages(service);
        hit.match().questions().forEach(q -> paragraph(INDENT, spoken.say("ask", q.text())));
        if (!hit.unknownFacts().isEmpty()) {
            var unknown = hit.unknownFacts().stream().map(names::filter).collect(Collectors.joining("; "));
            paragraph(INDENT, spoken.say("unknown", unknown));
        }
        if (service.alert() != null) {
            paragraph(INDENT, service.alert());
        }
        if (hit.freshness().stale()) {
            paragraph(INDENT, spoken.say("stale"));
        }
        out.append('\n');
    }

    private void disclose(List<Disclosure> disclosures) {
        disclosures.forEach(d -> paragraph(INDENT, spoken.say("first", d.text())));
    }

    private List<String> reach(HitService service) {
        var lines = new ArrayList<String>();
        service.phones().forEach(phone -> lines.add(number(phone)));
        Stream.ofNullable(service.chat()).forEach(chat -> lines.add(spoken.say("chat", chat)));
        Stream.ofNullable(service.email()).forEach(email -> lines.add(spoken.say("email", email)));
        service.locations().stream()
                .map(l -> Stream.of(l.name(), l.address1(), l.city())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", ")))
                .filter(line -> !line.isEmpty())
                .forEach(line -> lines.add(spoken.say("walkin", line)));
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

    private String number(HitService.PhoneNumber phone) {
        var number = phone.extension() == null
                ? phone.number()
                : spoken.say("extension", phone.number(), phone.extension().toPlainString());
        return switch (Objects.requireNonNullElse(phone.type(), "voice")) {
            case "text", "sms" -> spoken.say("text", number);
            case "tty" -> spoken.say("tty", number);
            default -> spoken.say("call", number);
        };
    }

    private String open(Hit.Open open) {
        return switch (open.state()) {
            case "open" ->
                open.until() == null ? spoken.say("open.open") : spoken.say("open.until", clock(open.until()));
            case "closed" ->
                open.opensAt() == null ? spoken.say("open.closed") : spoken.say("open.opens", clock(open.opensAt()));
            default -> spoken.say("open.call_first");
        };
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
        step.service().phones().forEach(phone -> paragraph(INDENT, number(phone)));
    }

    /** Wraps at 80 columns; what follows the first line stands under its text. */
    private void paragraph(String lead, String text) {
        var hang = " ".repeat(lead.length());
        var line = new StringBuilder(lead);
        var fresh = true;
        for (var word : SPACES.split(text.strip(), -1)) {
            if (!fresh && line.length() + 1 + word.length() > COLUMNS) {
                out.append(line).append('\n');
                line = new StringBuilder(hang);
                fresh = true;
            }
            line.append(fresh ? "" : " ").append(word);
            fresh = false;
        }
        out.append(line).append('\n');
    }
}
