package org.nowrongdoor.search;

import java.io.IOException;
import java.util.UUID;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedNumericDocValues;

/** The ids of the services in one segment. */
final class DocumentIds {

    private final SortedNumericDocValues upperHalves;
    private final SortedNumericDocValues lowerHalves;

    DocumentIds(LeafReader segment) throws IOException {
        upperHalves = DocValues.getSortedNumeric(segment, Fields.ORDER);
        lowerHalves = DocValues.getSortedNumeric(segment, Fields.ORDER_LOW);
    }

    /** Documents come in growing order. */
    UUID of(int document) throws IOException {
        upperHalves.advanceExact(document);
        lowerHalves.advanceExact(document);
        return new UUID(upperHalves.nextValue(), lowerHalves.nextValue());
    }
}
