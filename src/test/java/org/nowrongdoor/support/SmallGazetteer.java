package org.nowrongdoor.support;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.eligibility.rule.Kleene;
import org.nowrongdoor.eligibility.rule.RegionContainment;

/** A country with two states, a few counties and three towns. */
final class SmallGazetteer implements RegionContainment {

    private static final Map<String, String> PARENTS = new HashMap<>();

    static {
        put("us", "MN", "WI");
        put("MN", "27053", "27123", "27139", "27019");
        put("WI", "55073", "55069", "55085", "55025", "55079", "55017", "55035");
        put("27053", "MN/minneapolis");
        put("27123", "MN/saint-paul");
        put("55073", "WI/wausau");
        PARENTS.put("us", "");
    }

    private static void put(String parent, String... children) {
        for (String child : children) {
            PARENTS.put(child, parent);
        }
    }

    @Override
    public boolean knows(String regionId) {
        return PARENTS.containsKey(regionId);
    }

    @Override
    public Kleene lies(String regionId, String insideId) {
        if (covers(insideId, regionId)) {
            return Kleene.MET;
        }
        return covers(regionId, insideId) ? Kleene.UNKNOWN : Kleene.FAILED;
    }

    private static boolean covers(String regionId, String insideId) {
        for (@Nullable String at = insideId; at != null && !at.isEmpty(); at = PARENTS.get(at)) {
            if (at.equals(regionId)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String name(String regionId, Locale locale) {
        return regionId.equals("55073") ? "Marathon County, WI" : regionId;
    }
}
