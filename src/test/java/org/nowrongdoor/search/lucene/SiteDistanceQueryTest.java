package org.nowrongdoor.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.nowrongdoor.region.Point;
import org.nowrongdoor.search.index.IndexFields;

/** Looking at the sites in a box finds what Lucene's own circle finds: across the date line and at the poles as well. */
class SiteDistanceQueryTest {

    private static final int DOCUMENTS = 5_000;
    private static final int CIRCLES = 1_000;
    private static final long SEED = 20_260_102;

    private final Random random = new Random(SEED);

    @Test
    void findsWhatLuceneFinds() throws IOException {
        try (var directory = new ByteBuffersDirectory()) {
            write(directory);
            try (var reader = DirectoryReader.open(directory)) {
                var searcher = new IndexSearcher(reader);
                var found = 0;
                for (var number = 0; number < CIRCLES; number++) {
                    var middle = new Point(latitude(), longitude());
                    var km = Math.pow(500, random.nextDouble());
                    var expected = LatLonPoint.newDistanceQuery(
                            IndexFields.SITES, middle.latitude(), middle.longitude(), km * 1000);
                    var documents = documents(searcher, new SiteDistanceQuery(middle, km));
                    assertEquals(
                            documents(searcher, expected),
                            documents,
                            "circle " + number + " of seed " + SEED + ": " + middle + ", " + km + " km");
                    found += documents.size();
                }
                assertTrue(found > 10 * CIRCLES, "circles that hold nothing prove nothing: " + found);
            }
        }
    }

    private void write(ByteBuffersDirectory directory) throws IOException {
        try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
            for (var number = 0; number < DOCUMENTS; number++) {
                var document = new Document();
                for (var sites = random.nextInt(3); sites > 0; sites--) {
                    var latitude = latitude();
                    var longitude = longitude();
                    document.add(new LatLonPoint(IndexFields.SITES, latitude, longitude));
                    document.add(new LatLonDocValuesField(IndexFields.SITES, latitude, longitude));
                }
                writer.addDocument(document);
            }
        }
    }

    /** Mostly Alaska, Minnesota and the poles. */
    private double latitude() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextDouble(51, 53);
            case 1 -> random.nextDouble(44, 46);
            case 2 -> random.nextDouble(87, 90) * (random.nextBoolean() ? 1 : -1);
            default -> random.nextDouble(-90, 90);
        };
    }

    /** Mostly about the date line and Minnesota. */
    private double longitude() {
        return switch (random.nextInt(3)) {
            case 0 -> random.nextDouble(177, 180) * (random.nextBoolean() ? 1 : -1);
            case 1 -> random.nextDouble(-95, -92);
            default -> random.nextDouble(-180, 180);
        };
    }

    private static Set<Integer> documents(IndexSearcher searcher, Query query) throws IOException {
        var documents = new TreeSet<Integer>();
        for (var hit : searcher.search(query, DOCUMENTS).scoreDocs) {
            documents.add(hit.doc);
        }
        return documents;
    }
}
