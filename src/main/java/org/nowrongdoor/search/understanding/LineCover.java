package org.nowrongdoor.search.understanding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.taxonomy.recognition.TermFinder;

/** The best cover of a line by spans that do not overlap, by dynamic programming from the right. */
final class LineCover {

    private static final double PER_WORD_OF_NEED = 2.2;
    private static final double NEED = 2;
    private static final double PER_WORD_OF_PLACE = 2;
    // 1.5: a name that is no place here takes its words only where nothing else does.
    private static final double OBJECTED = 1.5;

    private static final double PER_WORD_OF_NAME = 3;
    private static final double NAME = 2;
    // 5: a state or a city of 100,000 in a name tells where it is: Minnesota Indian Women's Resource Center.
    private static final double CERTAIN_AS_NAME = 5;

    private final int size;
    private final List<Span> spans = new ArrayList<>();

    private record Span(
            int from,
            int to,
            double value,
            @Nullable PlaceCandidate place,
            OrganizationReader.@Nullable NameSpan name) {}

    /** What the spans of the best cover are, in their order.
     *  @param inner places within needs and names, which keep their words */
    record Cover(List<PlaceCandidate> places, List<PlaceCandidate> inner, List<OrganizationReader.NameSpan> names) {}

    LineCover(int size) {
        this.size = size;
    }

    void addNeed(TokenizedText line, TermFinder.FormSpan form) {
        int from = line.wordFrom(form.start());
        int to = line.wordFrom(form.end());
        if (from < to) {
            spans.add(new Span(from, to, NEED + PER_WORD_OF_NEED * (to - from), null, null));
        }
    }

    void addPlace(PlaceCandidate place) {
        if (place.isLikely()) {
            var value = place.objection() == null
                    ? place.score() - PlaceScorer.LIKELY + PER_WORD_OF_PLACE * (place.to() - place.from())
                    : OBJECTED * (place.to() - place.from());
            spans.add(new Span(place.from(), place.to(), value, place, null));
        }
    }

    void addName(OrganizationReader.NameSpan name) {
        int words = name.to() - name.from();
        spans.add(new Span(name.from(), name.to(), NAME + PER_WORD_OF_NAME * words, null, name));
    }

    /** The best cover. */
    Cover best() {
        var taken = taken();
        var places = new ArrayList<PlaceCandidate>();
        var inner = new ArrayList<PlaceCandidate>();
        var names = new ArrayList<OrganizationReader.NameSpan>();
        for (int at = 0; at < size; ) {
            var span = taken[at];
            if (span != null && span.place() != null) {
                places.add(span.place());
            } else if (span != null) {
                within(span).forEach(inner::add);
            }
            if (span != null && span.name() != null) {
                names.add(span.name());
            }
            at = span == null ? at + 1 : span.to();
        }
        return new Cover(places, inner, names);
    }

    /** Every span with what the cover gains by it, in the order of the line. */
    List<LineCandidate> candidates(TokenizedText line) {
        var taken = taken();
        var read = new HashSet<Span>();
        for (int at = 0; at < size; at = taken[at] == null ? at + 1 : taken[at].to()) {
            if (taken[at] != null) {
                read.add(taken[at]);
            }
        }
        return spans.stream()
                .sorted(Comparator.comparingInt(Span::from).thenComparingInt(Span::to))
                .flatMap(span -> candidates(line, span, read.contains(span)))
                .toList();
    }

    private static Stream<LineCandidate> candidates(TokenizedText line, Span span, boolean isRead) {
        var text = line.typed(span.from(), span.to());
        var score = Math.round(span.value() * 100) / 100.0;
        var place = span.place();
        if (place != null) {
            var against =
                    place.objection() == null ? null : place.objection().name().toLowerCase(Locale.ROOT);
            return Stream.of(new LineCandidate(
                    text,
                    "place",
                    place.region().id(),
                    place.region().name(),
                    score,
                    against,
                    isRead && against == null));
        }
        var name = span.name();
        return name == null
                ? Stream.of(new LineCandidate(text, "need", null, null, score, null, isRead))
                : name.organizations().stream()
                        .map(organization -> new LineCandidate(
                                text,
                                "organization",
                                organization.id().toString(),
                                organization.name(),
                                score,
                                null,
                                isRead));
    }

    /** By its first word the span that the best cover takes there. */
    private @Nullable Span[] taken() {
        var best = new double[size + 1];
        var taken = new @Nullable Span[size + 1];
        for (int at = size - 1; at >= 0; at--) {
            best[at] = best[at + 1];
            for (var span : spans) {
                if (span.from() == at && span.value() + best[span.to()] > best[at]) {
                    best[at] = span.value() + best[span.to()];
                    taken[at] = span;
                }
            }
        }
        return taken;
    }

    private Stream<PlaceCandidate> within(Span outer) {
        return spans.stream()
                .filter(span -> span.from() >= outer.from() && span.to() <= outer.to())
                .flatMap(span -> Stream.ofNullable(span.place()))
                .filter(place -> place.isMeant() && place.score() >= CERTAIN_AS_NAME);
    }
}
