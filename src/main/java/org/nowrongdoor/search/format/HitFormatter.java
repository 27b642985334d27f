package org.nowrongdoor.search.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
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

    private static final Pattern SPACE = Pattern.compile(" ");

    private final Messages spoken;
    private final DisplayNames names;
    private final TimeFormatter times;
    private final ReachFormatter reach;
    private final ToldFormatter told;
    private final ListFormatter lists;
    private final TextForm form;
    private final SpeechFormatter speech;
    private final Set<String> asked = new HashSet<>();

    HitFormatter(Messages spoken, DisplayNames names, TimeFormatter times, TextForm form) {
        this.spoken = spoken;
        this.names = names;
        this.times = times;
        this.form = form;
        reach = new ReachFormatter(spoken, times, form);
        told = new ToldFormatter(spoken, names, form);
        lists = new ListFormatter(spoken, form.most());
        speech = new SpeechFormatter(spoken);
    }

    static String title(HitService service) {
        var owner = service.organization();
        return owner == null || service.name().contains(owner.name())
                ? service.name()
                : service.name() + " (" + owner.name() + ")";
    }

    /** @param withAreas whether it matters for which areas it is */
    List<String> lines(Hit hit, boolean withAreas) {
        var lines = List.<String>of();
        for (var brevity : Brevity.of(form)) {
            var questions = brevity.isAtLeast(Brevity.UNASKED)
                    ? List.<Question>of()
                    : told.questions(hit, this::isNew).toList();
            lines = lines(hit, withAreas, brevity, questions);
            if (!form.spoken() || form.detailed() || brevity.suffices(words(hit, lines))) {
                questions.forEach(question -> asked.add(question.text()));
                break;
            }
        }
        return lines;
    }

    /** The words that a voice reads of a service, its number with them. */
    private long words(Hit hit, List<String> lines) {
        var all = Stream.concat(Stream.of(spoken.say("speak.place", 1, title(hit.service()))), lines.stream());
        return all.mapToLong(line -> SPACE.splitAsStream(speech.sentence(line)).count())
                .sum();
    }

    private List<String> lines(Hit hit, boolean withAreas, Brevity brevity, List<Question> questions) {
        var service = hit.service();
        var lines = new ArrayList<>(disclosures(hit.disclosures()));
        lines.addAll(told.lines(hit));
        Stream.ofNullable(service.alert()).forEach(alert -> lines.add(alert(hit, alert, brevity)));
        capacity(hit.capacity(), lines);
        lines.addAll(told.contact(hit.contactPreference()));
        var isSilent = brevity.isAtLeast(Brevity.TERSE) && reach.isSilent(hit);
        lines.addAll(reach.lines(hit, isSilent ? "nothing" : "nophone"));
        if (!isSilent) {
            lines.add(reach.open(hit.open()));
        }
        lines.add(verdict(hit, brevity, questions));
        questions.forEach(question -> lines.add(spoken.say("ask", question.text())));
        if (!hit.unknownFacts().isEmpty()) {
            lines.add(spoken.say("unknown", lists.of(hit.unknownFacts().stream().map(names::filter), "; ")));
        }
        if (!brevity.isAtLeast(Brevity.WITHOUT_LANGUAGES)) {
            languages(service, lines);
        }
        if (withAreas || form.detailed()) {
            areas(service, lines);
        }
        lines.add(lastCheck(hit, brevity));
        lines.removeIf(String::isEmpty);
        return lines;
    }

    private String alert(Hit hit, String alert, Brevity brevity) {
        if (brevity == Brevity.LEAST && hit.match().verdict() == Verdict.UNKNOWN) {
            return "";
        }
        return brevity.isAtLeast(Brevity.ALERT_HINTED)
                ? spoken.say("alert.only")
                : names.inLanguage(
                        told.shortened(alert), hit.service().textsLang().get("alert"));
    }

    /** Where all of an alert is left out, its "Ask more." stands for it. */
    private String verdict(Hit hit, Brevity brevity, List<Question> questions) {
        var verdict = "verdict." + WireName.snakeCase(hit.match().verdict());
        if (hit.match().verdict() != Verdict.UNKNOWN) {
            return spoken.say(verdict);
        }
        if (brevity == Brevity.LEAST) {
            return spoken.say(hit.service().alert() == null ? verdict + ".least" : verdict + ".more");
        }
        return spoken.say(questions.isEmpty() ? verdict : verdict + ".question");
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
        return question.ask() == Question.Ask.PROVIDER || !asked.contains(question.text());
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

    private String lastCheck(Hit hit, Brevity brevity) {
        var day = hit.freshness().verifiedOn();
        var isStale = hit.freshness().stale();
        // A voice that has said "Ask." of a service whose rules are not clear does not say it again.
        var isAsked = form.spoken() && !form.detailed() && hit.match().verdict() == Verdict.UNKNOWN;
        if (day == null) {
            var unchecked = brevity.isAtLeast(Brevity.TERSE) ? "unchecked.brief" : "unchecked";
            return isStale ? spoken.say(isAsked ? unchecked : "stale") : "";
        }
        return spoken.say(isStale && !isAsked ? "stale.since" : "checked", times.day(day));
    }
}
