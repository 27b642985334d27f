package org.nowrongdoor.search.lucene;

import java.io.IOException;
import java.util.UUID;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedNumericDocValues;
import org.nowrongdoor.search.index.IndexFields;

/** The ids of the services in one segment. */
public final class DocumentIdReader {

    private final SortedNumericDocValues upperHalves;
    private final SortedNumericDocValues lowerHalves;

    public DocumentIdReader(LeafReader segment) throws IOException {
        upperHalves = DocValues.getSortedNumeric(segment, IndexFields.ORDER);
        lowerHalves = DocValues.getSortedNumeric(segment, IndexFields.ORDER_LOW);
    }

    /** Documents come in growing order. */
    public UUID of(int document) throws IOException {
        upperHalves.advanceExact(document);
        lowerHalves.advanceExact(document);
        return new UUID(upperHalves.nextValue(), lowerHalves.nextValue());
    }
}
