package org.nowrongdoor.search.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Capacity;
import org.nowrongdoor.directory.record.Disclosure;
import org.nowrongdoor.eligibility.evaluate.Verdict;
import org.nowrongdoor.eligibility.explain.Question;
import org.nowrongdoor.search.model.Hit;
import org.nowrongdoor.search.model.HitService;
import org.nowrongdoor.text.WireName;

/** One hit as lines to be read aloud, in the order in which they matter (contract, section 2). */
final class HitFormatter {

    private final Messages spoken;
    private final DisplayNames names;
    private final TimeFormatter times;
    private final ReachFormatter reach;
    private final ToldFormatter told;
    private final ListFormatter lists;
    private final TextForm form;
    private final Set<String> asked = new HashSet<>();

    HitFormatter(Messages spoken, DisplayNames names, TimeFormatter times, TextForm form) {
        this.spoken = spoken;
        this.names = names;
        this.times = times;
        this.form = form;
        reach = new ReachFormatter(spoken, times, form);
        told = new ToldFormatter(spoken, names, form);
        lists = new ListFormatter(spoken, form.most());
    }

    static String title(HitService service) {
        var owner = service.organization();
        return owner == null || service.name().contains(owner.name())
                ? service.name()
                : service.name() + " (" + owner.name() + ")";
    }

    /** @param withAreas whether it matters for which areas it is */
    List<String> lines(Hit hit, boolean withAreas) {
        var service = hit.service();
        var lines = new ArrayList<>(disclosures(hit.disclosures()));
        lines.addAll(told.lines(hit));
        Stream.ofNullable(service.alert())
                .forEach(alert -> lines.add(names.inLanguage(
                        told.shortened(alert), service.textsLang().get("alert"))));
        capacity(hit.capacity(), lines);
        lines.addAll(told.contact(hit.contactPreference()));
        lines.addAll(reach.lines(hit));
        lines.add(reach.open(hit.open()));
        var questions = told.questions(hit, this::isNew).toList();
        var isFollowed = hit.match().verdict() == Verdict.UNKNOWN && !questions.isEmpty();
        var verdict = "verdict." + WireName.snakeCase(hit.match().verdict());
        lines.add(spoken.say(isFollowed ? verdict + ".question" : verdict));
        questions.forEach(question -> lines.add(spoken.say("ask", question.text())));
        if (!hit.unknownFacts().isEmpty()) {
            lines.add(spoken.say("unknown", lists.of(hit.unknownFacts().stream().map(names::filter), "; ")));
        }
        languages(service, lines);
        if (withAreas || form.detailed()) {
            areas(service, lines);
        }
        lines.add(lastCheck(hit));
        lines.removeIf(String::isEmpty);
        return lines;
    }

    List<String> disclosures(List<Disclosure> disclosures) {
        return disclosures.stream()
                .map(d -> spoken.say(
                        "first", names.inLanguage(d.text(), d.textsLang().get("text"))))
                .toList();
    }

    /** What comes before a number that must not be called first. */
    List<String> contact(@Nullable String preference) {
        return told.contact(preference);
    }

    List<String> numbers(List<HitService.PhoneNumber> phones) {
        return reach.numbers(phones);
    }

    /** Whether a question to the client was put already. */
    boolean wasAsked(String text) {
        return asked.contains(text);
    }

    /** A client is asked once, each provider for itself. */
    private boolean isNew(Question question) {
        return question.ask() == Question.Ask.PROVIDER || asked.add(question.text());
    }

    private void capacity(Capacity capacity, List<String> lines) {
        if (capacity.code() != Capacity.Code.UNKNOWN) {
            var about = "capacity." + WireName.kebabCase(capacity.code());
            var reported = capacity.reportedAt();
            lines.add(reported == null ? spoken.say(about) : spoken.say(about + ".at", times.ago(reported)));
        }
    }

    private void areas(HitService service, List<String> lines) {
        var areas = service.areas().stream()
                .map(HitService.Area::name)
                .filter(Objects::nonNull)
                .map(names::area)
                .collect(Collectors.toList());
        if (!areas.isEmpty()) {
            lines.add(spoken.say("areas", lists.of(areas.stream(), "; ")));
        }
    }

    private void languages(HitService service, List<String> lines) {
        var languages = service.languages().stream()
                .map(l -> {
                    var name = names.language(l);
                    return l.mode() == null ? name : spoken.say("language." + WireName.snakeCase(l.mode()), name);
                })
                .toList();
        if (!languages.isEmpty()) {
            lines.add(spoken.say("languages", lists.of(languages.stream(), ", ")));
        }
    }

    private String lastCheck(Hit hit) {
        var day = hit.freshness().verifiedOn();
        var isStale = hit.freshness().stale();
        // A voice that has said "Ask." of a service whose rules are not clear does not say it again.
        var isAsked = form.spoken() && !form.detailed() && hit.match().verdict() == Verdict.UNKNOWN;
        if (day == null) {
            return isStale ? spoken.say(isAsked ? "unchecked" : "stale") : "";
        }
        return spoken.say(isStale && !isAsked ? "stale.since" : "checked", times.day(day));
    }
}
