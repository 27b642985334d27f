package org.nowrongdoor.exchange.intake;

/** What the first reading of a whole file has found, for those that follow.
 *  @param repeated what the file names more than once
 *  @param faultless the rows in which the rules find nothing */
public record FirstReading(RepeatedRecords repeated, FaultlessRowRegistry faultless) {

    /** For what is read once. */
    public static final FirstReading NONE = new FirstReading(RepeatedRecords.NONE, FaultlessRowRegistry.NONE);
}
