package org.nowrongdoor.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.geo.GeoEncodingUtils;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/** Everything that a search index on disk holds, deleted documents too: bytes, stored fields, terms, points. */
final class IndexText {

    private static final int MOST_TRIES = 100;

    private final StringBuilder text = new StringBuilder();
    private final List<double[]> points = new ArrayList<>();

    private IndexText() {}

    private static IndexText of(Path root) {
        var found = new IndexText();
        try (var files = Files.walk(root)) {
            var all = files.filter(Files::isRegularFile).toList();
            for (var file : all) {
                found.text
                        .append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .append('\n');
            }
            for (var segments : all.stream()
                    .filter(f -> f.getFileName().toString().startsWith("segments_"))
                    .toList()) {
                found.read(segments.getParent());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** The same while someone writes: what is deleted between two looks is looked at again. */
    static IndexText whileWritten(Path root) {
        for (int tries = 0; ; tries++) {
            try {
                return of(root);
            } catch (UncheckedIOException e) {
                if (tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    String text() {
        return text.toString();
    }

    /** Every pair of numbers that a place could have been written as. */
    List<double[]> points() {
        return points;
    }

    private void read(Path folder) throws IOException {
        try (var directory = FSDirectory.open(folder);
                var reader = DirectoryReader.open(directory)) {
            for (var leaf : reader.leaves()) {
                stored(leaf.reader());
                for (var field : leaf.reader().getFieldInfos()) {
                    terms(leaf.reader(), field.name);
                    points(leaf.reader(), field.name);
                    if (field.getDocValuesType() != DocValuesType.NONE) {
                        values(leaf.reader(), field.name, field.getDocValuesType());
                    }
                }
            }
        }
    }

    private void stored(LeafReader reader) throws IOException {
        var fields = reader.storedFields();
        for (int document = 0; document < reader.maxDoc(); document++) {
            for (var field : fields.document(document)) {
                text.append(field.stringValue()).append('\n');
                if (field.binaryValue() != null) {
                    text.append(bytes(field.binaryValue())).append('\n');
                }
            }
        }
    }

    private void terms(LeafReader reader, String field) throws IOException {
        var terms = reader.terms(field);
        if (terms != null) {
            var each = terms.iterator();
            for (var term = each.next(); term != null; term = each.next()) {
                text.append(bytes(term)).append('\n');
            }
        }
    }

    private void points(LeafReader reader, String field) throws IOException {
        var values = reader.getPointValues(field);
        if (values == null || values.getNumDimensions() != 2) {
            return;
        }
        values.intersect(new PointValues.IntersectVisitor() {
            @Override
            public void visit(int document) {}

            @Override
            public void visit(int document, byte[] packed) {
                points.add(new double[] {
                    GeoEncodingUtils.decodeLatitude(NumericUtils.sortableBytesToInt(packed, 0)),
                    GeoEncodingUtils.decodeLongitude(NumericUtils.sortableBytesToInt(packed, Integer.BYTES))
                });
            }

            @Override
            public PointValues.Relation compare(byte[] least, byte[] most) {
                return PointValues.Relation.CELL_CROSSES_QUERY;
            }
        });
    }

    private void values(LeafReader reader, String field, DocValuesType type) throws IOException {
        switch (type) {
            case SORTED_NUMERIC -> {
                var values = reader.getSortedNumericDocValues(field);
                while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    for (int i = 0; i < values.docValueCount(); i++) {
                        pair(values.nextValue());
                    }
                }
            }
            case NUMERIC -> {
                var values = reader.getNumericDocValues(field);
                while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    pair(values.longValue());
                }
            }
            case BINARY -> {
                var values = reader.getBinaryDocValues(field);
                while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    text.append(bytes(values.binaryValue())).append('\n');
                }
            }
            case SORTED, SORTED_SET -> {
                var values = type == DocValuesType.SORTED
                        ? DocValues.singleton(reader.getSortedDocValues(field))
                        : reader.getSortedSetDocValues(field);
                for (long ord = 0; ord < values.getValueCount(); ord++) {
                    text.append(bytes(values.lookupOrd(ord))).append('\n');
                }
            }
            default -> {}
        }
    }

    /** Not all are text. */
    private static String bytes(BytesRef bytes) {
        return new String(bytes.bytes, bytes.offset, bytes.length, StandardCharsets.ISO_8859_1);
    }

    /** A point is kept as one number, its latitude in the upper half. */
    private void pair(long value) {
        points.add(new double[] {
            GeoEncodingUtils.decodeLatitude((int) (value >> 32)), GeoEncodingUtils.decodeLongitude((int) value)
        });
    }
}
