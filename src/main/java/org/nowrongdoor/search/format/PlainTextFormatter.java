package org.nowrongdoor.search.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nowrongdoor.search.model.NextStep;
import org.nowrongdoor.search.model.RequestFaults;
import org.nowrongdoor.search.model.SearchPage;

/** An answer to be read aloud: what to hear first, how to reach it, what to expect, what to ask; 80 columns. */
public final class PlainTextFormatter {

    // 3: with the empty line after it the first place stands within the first five lines (contract, section 2)
    private static final int MOST_HEAD_LINES = 3;
    private static final String INDENT = "   ";

    private final Messages spoken;
    private final DisplayNames names;
    private final HitFormatter hits;
    private final ListFormatter lists;
    private final SpeechFormatter speech;
    private final TextForm form;
    private final StringBuilder out = new StringBuilder();

    PlainTextFormatter(String lang, TextForm form, Instant now) {
        this.form = form;
        spoken = new Messages(lang);
        names = new DisplayNames(lang);
        hits = new HitFormatter(spoken, names, new TimeFormatter(lang, now), form);
        lists = new ListFormatter(spoken, form.most());
        speech = new SpeechFormatter(spoken);
    }

    String of(SearchPage page) {
        var later = head(page);
        if (page.hits().isEmpty()) {
            nextSteps(page);
        }
        hits(page);
        section(later);
        if (ToldFormatter.isSilentOnConditions(page.hits())) {
            section(List.of(spoken.say("ask.conditions")));
        }
        notEligible(page);
        var network = page.interpretedAs().network();
        if (network != null) {
            section(List.of(network.name() + ". " + network.note()));
        }
        if (!page.leftOut().isEmpty()) {
            var counts = page.leftOut().stream().map(l -> spoken.say("left.by", names.filter(l.by()), l.count()));
            section(List.of(spoken.say("left", counts.collect(Collectors.joining("; ")))));
        }
        var questions = page.questions().stream()
                .map(question -> question.text())
                .filter(text -> !hits.wasAsked(text))
                .toList();
        list("questions", questions);
        list(
                "legal",
                page.legalContext().stream()
                        .map(note -> note.text() + " (" + note.source() + ")")
                        .toList());
        list(
                "can.do",
                page.canDoNow().stream()
                        .map(step -> step.text() + " (" + step.source() + ")")
                        .toList());
        if (!page.hits().isEmpty()) {
            nextSteps(page);
        }
        return out.toString();
    }

    /** What was found and how the words were read.
     *  @return what comes after the hits, for lack of room before them */
    private List<String> head(SearchPage page) {
        var texts = new ArrayList<>(List.of(found(page)));
        var place = page.interpretedAs().place();
        if (place != null && !place.sure()) {
            texts.add(likely(place));
        }
        if (page.interpretedAs().lenient()) {
            texts.add(spoken.say("lenient"));
        }
        page.interpretedAs().unresolved().forEach(what -> texts.add(unclear(what)));
        var lines = 0L;
        var shown = 0;
        for (var text : texts) {
            lines += written("", text).lines().count();
            if (shown > 0 && lines > MOST_HEAD_LINES) {
                break;
            }
            shown++;
        }
        section(texts.subList(0, shown));
        return texts.subList(shown, texts.size());
    }

    private String found(SearchPage page) {
        var needs = page.interpretedAs().needs().stream()
                .map(SearchPage.UnderstoodNeed::label)
                .distinct();
        var place = page.interpretedAs().place();
        // A place that is only likely leaves out nothing, so that the number is not of that place.
        var where = Stream.ofNullable(place)
                .filter(SearchPage.UnderstoodPlace::sure)
                .map(SearchPage.UnderstoodPlace::name);
        var about = Stream.concat(Stream.of(lists.of(needs, ", ")), where)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        var sought = about.isEmpty() ? "" : spoken.say("found.in", about);
        var count = page.total().value();
        if (count == 0) {
            return spoken.say("found.none", sought);
        }
        return count == 1 ? spoken.say("found.one", sought) : spoken.say("found.many", count, sought);
    }

    private String likely(SearchPage.UnderstoodPlace place) {
        var also = candidates(place.also());
        return also.isEmpty() ? spoken.say("read.as", place.name()) : spoken.say("read.also", place.name(), also);
    }

    private String unclear(SearchPage.Unresolved what) {
        var text = RequestFaults.shorten(what.text());
        var about = "unclear." + what.as();
        return what.candidates().isEmpty()
                ? spoken.say(about + ".unknown", text)
                : spoken.say(
                        about + (what.candidates().size() == 1 ? ".one" : ".which"),
                        text,
                        candidates(what.candidates()));
    }

    private String candidates(List<SearchPage.Candidate> candidates) {
        return lists.of(candidates.stream().map(SearchPage.Candidate::label), "; ");
    }

    private void hits(SearchPage page) {
        var number = 0;
        var isElsewhere = false;
        for (var hit : page.hits().stream().limit(form.mostHits()).toList()) {
            if (hit.elsewhere() && !isElsewhere) {
                isElsewhere = true;
                section(List.of(spoken.say("elsewhere")));
            }
            number++;
            var title = HitFormatter.title(hit.service());
            paragraph(number + ". ", form.spoken() ? spoken.say("speak.place", number, title) : title);
            var isPlaceless = page.interpretedAs().place() == null;
            hits.lines(hit, isPlaceless || hit.elsewhere()).forEach(line -> paragraph(INDENT, line));
            out.append('\n');
        }
        if (number < page.hits().size()) {
            section(List.of(spoken.say("more.places", page.total().value() - number)));
        }
    }

    private void notEligible(SearchPage page) {
        if (page.notEligible().isEmpty()) {
            return;
        }
        paragraph("", spoken.say("noteligible"));
        page.notEligible().stream().limit(form.most()).forEach(service -> {
            paragraph("- ", service.service().name());
            service.reasons().stream().limit(form.most()).forEach(reason -> paragraph(INDENT + "- ", reason.text()));
        });
        lists.more(page.notEligible().size()).forEach(more -> paragraph("- ", more));
        out.append('\n');
    }

    private void nextSteps(SearchPage page) {
        if (page.nextSteps().isEmpty()) {
            return;
        }
        if (!page.hits().isEmpty()) {
            paragraph("", spoken.say("next"));
        }
        page.nextSteps().stream().limit(form.most()).forEach(this::nextStep);
        lists.more(page.nextSteps().size()).forEach(more -> paragraph("- ", more));
        out.append('\n');
    }

    private void nextStep(NextStep step) {
        var groups =
                lists.of(step.forWhom().stream().map(NextStep.Group::label).map(PlainTextFormatter::inSentence), ", ");
        var partnerOf = step.partnerOf();
        var why = spoken.say("next." + step.why(), partnerOf == null ? "" : partnerOf.name());
        paragraph(
                "- ",
                step.service().name() + " (" + (groups.isEmpty() ? why : spoken.say("next.for", why, groups)) + ")");
        hits.disclosures(step.disclosures()).forEach(line -> paragraph(INDENT, line));
        hits.contact(step.contactPreference()).forEach(line -> paragraph(INDENT, line));
        hits.numbers(step.service().phones()).forEach(line -> paragraph(INDENT, line));
    }

    /** A label that begins with a word and not with initials, as it stands within a sentence. */
    private static String inSentence(String label) {
        return label.length() > 1 && Character.isLowerCase(label.charAt(1))
                ? label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1)
                : label;
    }

    private void list(String title, List<String> items) {
        if (!items.isEmpty()) {
            paragraph("", spoken.say(title));
            items.stream().limit(form.most()).forEach(item -> paragraph("- ", item));
            lists.more(items.size()).forEach(more -> paragraph("- ", more));
            out.append('\n');
        }
    }

    private void section(List<String> texts) {
        if (!texts.isEmpty()) {
            texts.forEach(text -> paragraph("", text));
            out.append('\n');
        }
    }

    private void paragraph(String lead, String text) {
        out.append(written(lead, text)).append('\n');
    }

    private String written(String lead, String text) {
        return form.spoken()
                ? ParagraphFormatter.wrapped("", speech.sentence(text))
                : ParagraphFormatter.wrapped(lead, text);
    }
}
