package org.nowrongdoor.drill;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** How surely two samples have different means. Over 4.5 in size, they have.
 *  @see "dudect (Reparaz, Balasch, Verbauwhede 2017), which crops the upper tail: interrupts say nothing" */
final class WelchT {

    /** What is taken for a leak. */
    static final double LEAK = 4.5;

    private WelchT() {}

    static double of(double[] a, double[] b) {
        var variance = variance(a) / a.length + variance(b) / b.length;
        return (mean(a) - mean(b)) / Math.sqrt(variance);
    }

    /** The same without what lies above a share of both samples together. */
    static double cropped(double[] a, double[] b, double share) {
        var all =
                DoubleStream.concat(Arrays.stream(a), Arrays.stream(b)).sorted().toArray();
        var most = all[(int) Math.min(all.length - 1, all.length * share)];
        return of(below(a, most), below(b, most));
    }

    private static double[] below(double[] sample, double most) {
        return Arrays.stream(sample).filter(each -> each <= most).toArray();
    }

    private static double mean(double[] sample) {
        return Arrays.stream(sample).average().orElseThrow();
    }

    private static double variance(double[] sample) {
        var mean = mean(sample);
        return Arrays.stream(sample).map(each -> (each - mean) * (each - mean)).sum() / (sample.length - 1);
    }
}
