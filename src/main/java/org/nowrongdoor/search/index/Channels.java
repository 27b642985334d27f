package org.nowrongdoor.search.index;

import java.util.ArrayList;
import java.util.List;
import org.nowrongdoor.directory.record.Phone;
import org.nowrongdoor.search.model.HitService;

/** The ways in which a service can be reached, derived from what it publishes. */
public final class Channels {

    public static final List<String> ALL = List.of("phone", "sms", "chat", "email", "walk_in", "web");

    /** Those by which someone answers while one waits. */
    public static final List<String> AT_ONCE = List.of("phone", "sms", "chat");

    private Channels() {}

    static List<String> of(HitService service) {
        var channels = new ArrayList<String>();
        var uses = service.phones().stream()
                .map(phone -> Phone.Use.of(phone.type()))
                .toList();
        add(channels, "phone", uses.contains(Phone.Use.VOICE));
        add(channels, "sms", uses.contains(Phone.Use.TEXT));
        add(channels, "chat", service.chat() != null);
        add(channels, "email", service.email() != null);
        add(channels, "walk_in", !service.locations().isEmpty());
        add(channels, "web", service.url() != null);
        return channels;
    }

    private static void add(List<String> channels, String channel, boolean is) {
        if (is) {
            channels.add(channel);
        }
    }
}
