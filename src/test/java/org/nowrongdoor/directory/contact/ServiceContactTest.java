package org.nowrongdoor.directory.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.nowrongdoor.support.Json.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nowrongdoor.directory.record.LocationRecord;
import org.nowrongdoor.directory.record.Phone;
import org.nowrongdoor.directory.record.ServiceAtLocationRecord;
import org.nowrongdoor.directory.record.ServiceRecord;
import org.nowrongdoor.http.parameter.WireJsonMapper;

/** What a service does not say of how it is reached, its locations say. */
class ServiceContactTest {

    private final ObjectMapper mapper = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    ServiceContactTest() {
        new WireJsonMapper().customize(mapper);
    }

    /** Numbers by where they stand; f is a fax, p a pager, t takes texts, y is a TTY. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1   |       |       | 9  | 1
            1   | 2     | 3     | 9  | 1
                | 2     | 3     | 9  | 2
                |       | 3     | 9  | 3
                |       |       | 9  | 9
                |       |       |    |
                | 2     |       |    | 2
                | 2;    | ;3    | 9  | 2 3
                | ;     | 3;4   | 9  | 3 4
                | 2;5   | 3;4   | 9  | 2 5
            1f  | 2     | 3     | 9  | 1f 2
            1f  |       | 3     | 9  | 1f 3
            1f  |       |       | 9  | 1f 9
            1p  | 2f    | 3     | 9  | 1p 2f 3
                | 2f    | 3     | 9  | 2f 3
                | 2f    | 3p    | 9  | 2f 3p 9
            1t  | 2     |       | 9  | 1t
            1y  | 2     |       | 9  | 1y
            1f 6| 2     |       | 9  | 1f 6
                | 2t    | 3     | 9  | 2t
                | 2f;5  | 3;4   | 9  | 2f 3 5
            """)
    void theFirstWhoNameANumberThatIsAnsweredCount(
            String service, String pairs, String locations, String organization, String expected)
            throws JsonProcessingException {
        var sites = new ArrayList<ServiceSite>();
        var atPairs = parts(pairs);
        var atLocations = parts(locations);
        for (int i = 0; i < Math.max(atPairs.size(), atLocations.size()); i++) {
            sites.add(ServiceSite.ofPublic(
                    pair("'phones':[%s]".formatted(phones(i < atPairs.size() ? atPairs.get(i) : ""))),
                    location("'phones':[%s]".formatted(phones(i < atLocations.size() ? atLocations.get(i) : "")))));
        }
        var owners = service("'phones':[%s]".formatted(phones(organization))).phones();
        var contact = ServiceContact.of(service("'phones':[%s]".formatted(phones(service))), sites, owners);
        assertEquals(expected == null ? "" : expected, numbers(contact.phones()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MO |    |    | MO
            MO | TU | WE | MO
               | TU | WE | TU
               |    | WE | WE
               |    |    |
               | TU |    | TU
               | TU;FR | WE;SA | TU/FR
               | TU;   | WE;SA | TU/SA
               | ;FR   | WE;SA | WE/FR
               | TU;   |       | TU/-
               | ;     | ;SA   | -/SA
               | ;     | ;     |
            """)
    void hoursOfTheServiceThenOfTheServiceAtTheLocationThenOfTheLocationCount(
            String service, String pairs, String locations, String expected) throws JsonProcessingException {
        var sites = new ArrayList<ServiceSite>();
        var atPairs = parts(pairs);
        var atLocations = parts(locations);
        for (int i = 0; i < Math.max(atPairs.size(), atLocations.size()); i++) {
            sites.add(ServiceSite.ofPublic(
                    pair("'schedules':[%s]".formatted(schedules(i < atPairs.size() ? atPairs.get(i) : ""))),
                    location("'schedules':[%s]"
                            .formatted(schedules(i < atLocations.size() ? atLocations.get(i) : "")))));
        }
        var contact = ServiceContact.of(service("'schedules':[%s]".formatted(schedules(service))), sites, List.of());
        var said = contact.hours().stream()
                .map(hours -> hours.schedules().isEmpty()
                        ? "-"
                        : String.valueOf(hours.schedules().get(0).byday()))
                .collect(Collectors.joining("/"));
        assertEquals(expected == null ? "" : expected, said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            es |    |    | es    | true
            es | fr |    | es fr | true
            es | fr | so | es fr so | true
               | fr |    | fr    | true
               |    | so | so    | false
               | fr;| so | fr so | false
               | fr;es |  | fr es | true
               |    |    |       | false
            es | es | es | es    | true
            es | Spanish | spa | es | true
            es |    | so | es so | true
            """)
    void languagesOfServiceLocationsAndPhonesAddUp(
            String service, String locations, String phone, String expected, boolean isComplete)
            throws JsonProcessingException {
        var sites = new ArrayList<ServiceSite>();
        for (var spoken : parts(locations)) {
            sites.add(ServiceSite.ofPublic(
                    pair("'phones':[]"), location("'languages':[%s]".formatted(languages(spoken)))));
        }
        var contact = ServiceContact.of(
                service(
                        "'languages':[%s],'phones':[{'number':'1','languages':[%s]},{'number':'2','type':'fax','languages':[{'code':'de'}]}]"
                                .formatted(languages(service), languages(phone))),
                sites,
                List.of());
        var said = contact.languages().stream()
                .map(language -> language.code() == null ? language.name() : language.code())
                .collect(Collectors.joining(" "));
        assertEquals(expected == null ? "" : expected, said);
        assertEquals(isComplete, contact.isEveryLanguageStated());
    }

    @Test
    void ofALocationThatIsNotPublicNoWordsAreTold() throws JsonProcessingException {
        var words =
                "'description':'Ring at the blue door','notes':'Blue door','schedule_link':'https://x.example/blue'";
        var site = ServiceSite.ofWithheld(
                pair(
                        "'phones':[{'number':'1','description':'Blue door','languages':[{'code':'es','note':'Blue door'}]}],"
                                + "'contacts':[{'name':'Blue','phones':[{'number':'7'}]}],"
                                + "'schedules':[{'freq':'WEEKLY','byday':'MO','opens_at':'09:00-05:00','closes_at':'17:00Z','timezone':-5,"
                                + words
                                + "}]"),
                location("'languages':[{'code':'so','note':'Blue door'}]"));
        var told = mapper.writeValueAsString(site);
        assertEquals(-1, told.toLowerCase(Locale.ROOT).indexOf("blue"), told);
        assertEquals("1", numbers(site.phones()));
        var schedule = site.schedules().get(0);
        assertEquals("MO 09:00 17:00", schedule.byday() + " " + schedule.opensAt() + " " + schedule.closesAt());
        assertNull(schedule.timezone());
    }

    @Test
    void theNumbersOfContactsCount() throws JsonProcessingException {
        var sites = List.of(ServiceSite.ofPublic(
                pair("'contacts':[{'name':'Desk','phones':[{'number':'2'}]}]"), location("'phones':[{'number':'3'}]")));
        assertEquals(
                "2",
                numbers(ServiceContact.of(service("'phones':[]"), sites, List.of())
                        .phones()));
        var own = service("'contacts':[{'name':'Desk','phones':[{'number':'1'}]}]");
        assertEquals("1", numbers(ServiceContact.of(own, sites, List.of()).phones()));
    }

    private static List<String> parts(String written) {
        return written == null ? List.of("") : List.of(written.split(";", -1));
    }

    private static String phones(String written) {
        return each(written, number -> {
            var type = switch (number.charAt(number.length() - 1)) {
                case 'f' -> "Fax";
                case 'p' -> "pager";
                case 't' -> "TEXT";
                case 'y' -> "tty";
                default -> "voice";
            };
            return "{'number':'%s','type':'%s'}".formatted(number, type);
        });
    }

    private static String schedules(String written) {
        return each(
                written, day -> "{'freq':'WEEKLY','byday':'%s','opens_at':'09:00','closes_at':'17:00'}".formatted(day));
    }

    private static String languages(String written) {
        return each(
                written,
                said -> said.length() == 2 ? "{'code':'%s'}".formatted(said) : "{'name':'%s'}".formatted(said));
    }

    private static String each(String written, UnaryOperator<String> make) {
        return written == null || written.isBlank()
                ? ""
                : List.of(written.strip().split(" ", -1)).stream().map(make).collect(Collectors.joining(","));
    }

    private static String numbers(List<Phone> phones) {
        return phones.stream().map(Phone::number).collect(Collectors.joining(" "));
    }

    private ServiceRecord service(String members) throws JsonProcessingException {
        return mapper.readValue(json("{'name':'Open Door','status':'active'," + members + "}"), ServiceRecord.class);
    }

    private ServiceAtLocationRecord pair(String members) throws JsonProcessingException {
        return mapper.readValue(json("{" + members + "}"), ServiceAtLocationRecord.class);
    }

    private LocationRecord location(String members) throws JsonProcessingException {
        return mapper.readValue(
                json("{'id':'00000000-0000-4000-8000-0000000000c3','location_type':'physical'," + members + "}"),
                LocationRecord.class);
    }
}
