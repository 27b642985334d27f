package org.nowrongdoor.exchange.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.nowrongdoor.directory.hours.ScheduleChecker;
import org.nowrongdoor.directory.hours.ScheduleMembers;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.JsonMembers;
import org.nowrongdoor.exchange.row.JsonPath;

/** Keeps schedules within the bounds that working out their hours relies on. */
public final class ScheduleRules {

    private static final Set<String> CLOCK_TIMES = Set.of("opens_at", "closes_at", "timezone");
    private static final List<String> STARTS = List.of("valid_from", "dtstart");
    private static final List<String> ENDS = List.of("valid_to", "until");

    static final int MOST = ScheduleChecker.MOST_SCHEDULES;

    private ScheduleRules() {}

    /** Writes what can be read in its one form; what is kept of a list is never what was typed. */
    static void normalize(ObjectNode schedule) {
        members(schedule).texts().forEach((name, text) -> {
            if (schedule.path(name).isTextual()) {
                schedule.set(name, TextNode.valueOf(text));
            }
        });
    }

    static void check(ObjectNode schedule, JsonPath place, Findings findings) {
        for (var breach : ScheduleChecker.check(members(schedule))) {
            var member = place.at(breach.member());
            if (!findings.hasFault(member)) {
                findings.fault(member, breach.value(), breach.remedy());
            }
        }
    }

    /** Leaves a schedule what can be read of it when something else of it is wrong. It stays, as hours that are not known:
     *  without it the others would say that there are no more. */
    static boolean leaveOut(ObjectNode schedule, JsonPath place, Findings findings) {
        var broken = new HashSet<String>();
        for (var name : ScheduleMembers.NAMES) {
            var kept = name.equals("timezone")
                    ? "the schedule is kept without it"
                    : "the schedule is kept without its times";
            if (findings.forgive(place.at(name), kept)) {
                broken.add(name);
            }
        }
        leaveOut(schedule, broken);
        return !broken.isEmpty();
    }

    /** A rule of which a part cannot be read is not read at all. Where only its clock times cannot be, its days stay, so
     *  that no other day is unknown; days without a rule stay with a time alone, since without any they would be closed. */
    private static void leaveOut(ObjectNode schedule, Set<String> broken) {
        var isRuleRead = CLOCK_TIMES.containsAll(broken)
                && (schedule.has("freq") || schedule.has("byday"))
                && Collections.disjoint(texts(schedule, STARTS), texts(schedule, ENDS));
        if (isRuleRead) {
            schedule.remove(broken);
        } else if (!broken.isEmpty()) {
            schedule.remove(ScheduleMembers.NAMES);
        }
    }

    /** Leaves out of a stored record what an older version took and this one cannot read, so that it holds up no edit of
     *  another member. */
    public static void leaveOutUnreadable(ObjectNode record) {
        var schedules = JsonMembers.records(record, "schedules");
        if (schedules.size() > MOST) {
            record.remove("schedules");
            return;
        }
        for (var schedule : schedules) {
            leaveOut(
                    schedule,
                    ScheduleChecker.check(members(schedule)).stream()
                            .map(ScheduleChecker.Breach::member)
                            .collect(Collectors.toSet()));
        }
    }

    private static Set<String> texts(ObjectNode schedule, List<String> names) {
        return names.stream()
                .map(name -> schedule.path(name).asText())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toSet());
    }

    private static ScheduleMembers members(ObjectNode schedule) {
        var texts = new LinkedHashMap<String, String>();
        for (var name : ScheduleMembers.NAMES) {
            var value = schedule.path(name);
            if (value.isTextual() || value.isNumber()) {
                texts.put(name, value.asText());
            }
        }
        return new ScheduleMembers(texts);
    }
}
