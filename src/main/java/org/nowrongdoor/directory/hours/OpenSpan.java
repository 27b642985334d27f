package org.nowrongdoor.directory.hours;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** A time without a break, from its first moment up to the one after its last. */
public record OpenSpan(Instant start, Instant end) {

    /** Whether a moment lies in it. */
    public boolean contains(Instant at) {
        return !at.isBefore(start) && at.isBefore(end);
    }

    /** The same times with overlaps and joints taken out, cut to a window, in order. */
    static List<OpenSpan> merge(Collection<OpenSpan> spans, Instant from, Instant to) {
        var merged = new ArrayList<OpenSpan>();
        var cut = spans.stream()
                .map(span -> new OpenSpan(later(span.start, from), earlier(span.end, to)))
                .filter(span -> span.start.isBefore(span.end))
                .sorted(Comparator.comparing(OpenSpan::start))
                .toList();
        for (var span : cut) {
            int last = merged.size() - 1;
            if (last >= 0 && !span.start.isAfter(merged.get(last).end)) {
                merged.set(last, new OpenSpan(merged.get(last).start, later(merged.get(last).end, span.end)));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
