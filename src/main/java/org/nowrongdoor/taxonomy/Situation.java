package org.nowrongdoor.taxonomy;

import java.util.List;

/** Something that a person is in or has lived through: no service of itself, but some needs often go with it.
 *  @param code such as {@code sit.survivor.dv}
 *  @param related codes of the needs that go with it, the likeliest first; never a reason to leave a service out */
public record Situation(String code, String labelEn, String labelEs, List<String> related) {

    /** What it is called, in neutral words. */
    public String label(String lang) {
        return lang.startsWith("es") ? labelEs : labelEn;
    }
}
