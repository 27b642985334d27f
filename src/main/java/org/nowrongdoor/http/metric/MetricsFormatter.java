package org.nowrongdoor.http.metric;

import io.micrometer.prometheus.PrometheusMeterRegistry;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes the page of all meters. What counts acts of people moves in steps of 11, its sum with it, and what is the
 *  longest of a few is left out (decision Acts-In-Steps).
 *  @see "Prometheus text format 0.0.4" */
// Quarkus 3.33 brings the registry over the older client of Prometheus.
@SuppressWarnings("deprecation")
@Singleton
public class MetricsFormatter {

    /** The media type of the page. */
    public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    // 11: the smallest cell that is shown anywhere (decision Small-Cells).
    private static final int STEP = 11;

    // The machine's own, and ours: what was given up, and how far the index is. No act of a caller is in them.
    private static final List<String> EXACT = List.of("jvm_", "process_", "system_", "directory_");

    private static final String COUNT = "_count";
    private static final String SUM = "_sum";

    private final PrometheusMeterRegistry registry;
    private final Map<String, Step> steps = new ConcurrentHashMap<>();

    public MetricsFormatter(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    /** What a series showed when it last came to a multiple of the step. */
    private record Step(long count, double sum) {}

    /** One line of the page.
     *  @param series name and labels
     *  @param type of its family; empty before the first */
    private record Sample(String name, String series, double value, String type) {

        static Sample of(String line, String type) {
            int end = line.lastIndexOf(' ');
            var series = line.substring(0, end);
            int labels = series.indexOf('{');
            return new Sample(
                    labels < 0 ? series : series.substring(0, labels),
                    series,
                    Double.parseDouble(line.substring(end + 1)),
                    type);
        }

        boolean isExact() {
            return EXACT.stream().anyMatch(name::startsWith) || (type.equals("gauge") && !name.endsWith("_max"));
        }

        /** The same series under another name. */
        String seriesOf(String from, String to) {
            return name.substring(0, name.length() - from.length()) + to + series.substring(name.length());
        }
    }

    /** The page as it may be told now. */
    public String page() {
        return format(registry.scrape());
    }

    String format(String page) {
        var lines = page.lines().toList();
        var counts = new HashMap<String, Double>();
        for (var line : lines) {
            if (!line.startsWith("#") && line.indexOf(COUNT) > 0) {
                var sample = Sample.of(line, "");
                counts.put(sample.series(), sample.value());
            }
        }
        var told = new StringBuilder();
        var type = "";
        for (var line : lines) {
            if (line.startsWith("#")) {
                type = line.startsWith("# TYPE ") ? line.substring(line.lastIndexOf(' ') + 1) : type;
                told.append(line).append('\n');
            } else {
                append(told, line, Sample.of(line, type), counts);
            }
        }
        return told.toString();
    }

    private void append(StringBuilder told, String line, Sample sample, Map<String, Double> counts) {
        if (sample.isExact()) {
            told.append(line).append('\n');
        } else if (sample.type().equals("counter")) {
            tell(told, sample, (double) step(sample.value()));
        } else if (sample.name().endsWith(COUNT)) {
            tell(told, sample, (double) step(sample.value()));
        } else if (sample.name().endsWith(SUM)) {
            tell(told, sample, sum(sample, counts.getOrDefault(sample.seriesOf(SUM, COUNT), 0.0)));
        }
    }

    // A series that has not come to its first step would tell by being there.
    private static void tell(StringBuilder told, Sample sample, double value) {
        if (value > 0) {
            told.append(sample.series()).append(' ').append(value).append('\n');
        }
    }

    private static long step(double count) {
        return (long) count / STEP * STEP;
    }

    private double sum(Sample sample, double count) {
        var reached = step(count);
        return steps.compute(
                        sample.series(),
                        (series, before) -> before != null && before.count() == reached
                                ? before
                                : new Step(reached, reached == 0 ? 0 : sample.value() * reached / count))
                .sum();
    }
}
