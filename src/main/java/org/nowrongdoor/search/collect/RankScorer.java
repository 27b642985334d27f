package org.nowrongdoor.search.collect;

import java.io.IOException;
import java.util.List;
import org.nowrongdoor.search.engine.Ranking;
import org.nowrongdoor.search.lucene.DocMatcher;
import org.nowrongdoor.search.lucene.SegmentMatchers;

/** Scores documents of one segment, no further than it matters. */
final class RankScorer {

    private final DocMatcher[] docMatchers;
    private final int[] worths;
    /** What a document may still gain after each matcher. */
    private final int[] rests;

    /** @param steps the most first, so that few matchers are enough for most documents */
    RankScorer(List<Ranking.Step> steps, SegmentMatchers matchers) throws IOException {
        var count = steps.size();
        docMatchers = new DocMatcher[count];
        worths = new int[count];
        rests = new int[count + 1];
        for (var i = count - 1; i >= 0; i--) {
            docMatchers[i] = matchers.of(steps.get(i).criterion());
            worths[i] = steps.get(i).worth();
            rests[i] = rests[i + 1] + worths[i];
        }
    }

    /** The steps that a document has.
     *  @param least so many at least matter: where there are fewer, some lower number may come back */
    int at(int document, double least) throws IOException {
        var sum = 0;
        for (var i = 0; i < docMatchers.length; i++) {
            if (sum + rests[i] < least) {
                return sum;
            }
            if (docMatchers[i].matches(document)) {
                sum += worths[i];
            }
        }
        return sum;
    }
}
