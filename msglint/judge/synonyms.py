"""Words that copywriters put for one another: a line holds what may stand in the same place unnoticed."""

from __future__ import annotations

_GROUPS = """
customer client buyer shopper account user purchaser consumer patron
user member subscriber customer people person
guest visitor customer diner traveller
passenger traveller rider customer commuter
staff employee team workforce personnel worker colleague people crew workmate
temp temporary staff worker
saving save
expert specialist professional engineer consultant adviser advisor practitioner
engineer technician mechanic developer fitter
developer programmer coder engineer
researcher scientist academic
doctor physician clinician gp medic practitioner
nurse carer clinician
vet veterinarian veterinary
lawyer solicitor attorney counsel barrister
child kid pupil youngster infant
pupil student learner schoolchild trainee child
teacher tutor instructor educator trainer lecturer coach
teacher schoolteacher
boss manager executive leader chief head
founder creator owner
owner holder proprietor
owner landlord
homeowner householder owner
resident tenant occupant inhabitant householder neighbour renter
citizen resident people
parent family
farmer grower producer
brewer brewery
baker bakery
driver motorist operator
doctor surgery
volunteer helper
applicant candidate jobseeker
recipient receiver addressee
man woman people adult
firm company business enterprise organisation organization group corporation outfit employer house
company manufacturer maker producer provider supplier vendor
maker manufacturer producer builder
supplier vendor provider seller source
shop store retailer outlet merchant boutique
retailer merchant seller dealer reseller
partner ally associate
charity nonprofit ngo trust foundation organisation organization
startup company
school academy college
university college institution school
hospital clinic infirmary
clinic practice surgery centre center
hotel inn guesthouse property
restaurant eatery bistro kitchen
cafe café coffeehouse
pub bar inn tavern
museum gallery
office workplace premises bureau
factory plant works mill site facility
laboratory lab
warehouse depot store hub storehouse
building property house premises structure
home house household dwelling residence
flat apartment home dwelling unit
room chamber space
garden yard grounds
farm holding smallholding
station stop
headquarters hq base office
branch office outlet
site location place venue spot
city town municipality
town village
village hamlet
country nation state land
region area district zone territory
county shire region
world globe planet
sea ocean
coast shore seaside
street road lane
road highway
road motorway
river stream
hill mountain upland
forest wood woodland
car vehicle automobile motor
lorry truck vehicle hgv
van vehicle
bus coach vehicle
bike bicycle cycle
aeroplane airplane plane aircraft jet
flight plane
drone uav vehicle aircraft
train service
boat ship vessel craft yacht
lift elevator
underground metro subway tube
tram streetcar trolley
parcel package packet delivery
package bundle
post mail
letter mail
luggage baggage
trip journey ride travel
journey crossing
holiday vacation break
autumn fall
price cost fee charge rate tariff
price fare
cost expense spend spending outlay expenditure
bill invoice
payment pay
pay salary wage earnings remuneration
revenue sales turnover income
profit earnings surplus
income earnings
money cash fund funds
loan credit
grant funding bursary scholarship
donation gift
gift present
budget spend
tax duty levy
discount reduction rebate saving
refund reimbursement
investor shareholder backer
share stake
share proportion percentage portion part
contract agreement deal
agreement deal accord
order purchase booking
booking reservation
subscription plan membership
plan package tariff
plan scheme programme program
programme program scheme course initiative
course class lesson training
project scheme programme initiative
purchase acquisition
sale purchase deal
trial test study pilot experiment
test trial check exam assessment
exam examination test
study survey research
survey poll
research work
benchmark test comparison
audit review inspection check
inspection check examination
review assessment
evaluation assessment
analysis evaluation
report study
report account
paper article
data information figure
information detail
figure number
document file paper record
statistic figure
result outcome finding
effect impact
consequence result
answer reply response
question query enquiry inquiry
request query
issue problem fault trouble defect
error mistake bug
bug defect fault error
failure breakdown outage
outage downtime
incident event
damage harm
loss damage
risk danger hazard threat
threat attack
attack intrusion
virus malware
malware ransomware
breach leak
safety security
security protection
protection cover
insurance cover policy
warranty guarantee
claim case
rule regulation
regulation law
law legislation
standard norm
permission consent
consent agreement
licence license permit
permission approval
approval clearance
certificate certification
award prize accolade trophy honour honor
medal award
event occasion
conference congress summit convention
meeting session
meeting appointment
appointment visit
visit call
training education
skill ability
ability capability
feature function functionality capability
tool instrument utility app application software
app application programme
software program application platform system solution
solution product
service offering
product item good goods article offering
goods merchandise stock ware
product range line
range line series collection
range selection assortment
collection set
kit set
model version
version release edition
release update
update upgrade
device machine unit appliance equipment apparatus
equipment gear kit hardware
instrument device
component part
part piece
piece item
computer pc machine
laptop notebook computer
phone mobile smartphone handset telephone
screen display monitor
tablet device
camera sensor
sensor detector
scanner reader
network grid
website site webpage page
server machine
database store
cloud server
circuit chip ic
chip semiconductor
battery cell accumulator
engine motor
pump unit
heating heat
tyre tire
wheel tyre
robot machine
arm robot
furnace kiln
kiln oven
oven cooker stove
fridge refrigerator
tap faucet
bin can
sofa couch settee
rug carpet
cloth fabric textile material
clothes clothing garment apparel
jumper sweater pullover
trousers pants
shoe footwear
wool yarn fleece
timber wood lumber
stone rock
metal steel
material stuff substance
ingredient component
substance compound
chemical substance
medicine drug medication remedy
medicine tablet
tablet pill
treatment therapy cure
illness disease sickness condition
disease condition disorder
pain ache
patient people person
hayfever allergy
allergy intolerance
symptom sign
food meal
meal dish
dish recipe
lunch meal
dinner supper meal
drink beverage
beer ale
candy sweet sweets confectionery
dessert pudding
cookie biscuit
vegetable veg
meat flesh
rubbish waste trash garbage litter
waste refuse
leftover waste remnant
grain cereal
flour meal
electricity power energy
energy fuel
fuel petrol
petrol gasoline gas
emission pollution
pollution contamination
carbon co2
rain rainfall
storm gale
flood flooding inundation
landslide landslip
fire blaze
accident crash collision
injury harm
hour time
day daytime
night nighttime
evening night
morning am
weekend saturday
month time
year twelvemonth
season time
decade ten
century hundred
moment instant
minute moment
term semester
period time spell
time duration
deadline date
date day
start beginning outset launch
end close finish conclusion
launch release introduction
opening launch
increase rise growth gain
decrease drop fall decline reduction cut
improvement gain
gain benefit
benefit advantage
advantage plus
goal aim target objective
aim purpose
purpose use
use usage
idea concept notion
way method manner
method approach technique process
process procedure
step stage
stage phase
task job work
job work role position post
vacancy opening position
career job
duty responsibility
responsibility task
help support assistance aid
advice guidance counsel
choice option selection
option alternative
kind type sort variety
type kind category
group team
team squad crew
community group
crowd audience
audience public viewer listener
reader audience
public people
people person human folk folks
family household
couple pair
pair two
majority most
half fifty
quarter fourth
dozen twelve
lot many
amount quantity volume
number amount
size dimension
length duration
height altitude
weight mass
speed pace rate velocity
distance range
colour color shade hue
shape form
quality standard
kilometre km kilometer
metre m meter
mile distance
litre liter
gram gramme
tonne ton
kilogram kilo kg
million m
picture image photo photograph
film movie
video film clip footage
music sound
song track
game title
book title volume
newspaper paper
magazine journal
language tongue
word term
name title
story tale
history past
art artwork
painting picture
performance show
show programme
concert gig
festival event
match game
competition contest
race competition
player gamer
fan supporter
winner victor
queue line
bed berth
seat place chair
seat berth
ticket pass
card pass
key code
password passphrase
code program
door entrance
entrance entry
exit way
path trail
track line
route line path
bridge crossing
harbour port harbor dock quay
airport airfield
runway strip
railway rail railroad
carrier airline operator
operator provider
utility supplier
bank lender
insurer underwriter company
broker agent
agent representative
agency bureau firm
government state authority
authority agency regulator
council municipality authority
ministry department
department unit division
board committee
committee panel
panel jury
jury judge
court tribunal
police officer
army military
church chapel
priest vicar
cemetery graveyard
dog pet
cat pet
animal pet
cattle cow herd
hen chicken
sheep flock
lamb sheep
fish seafood
plant crop
crop harvest
tree wood
flower bloom
fruit produce
start begin commence launch kick
launch introduce release start debut
end finish stop complete conclude
complete finalise
buy purchase acquire get
sell offer market
offer provide supply sell give
provide supply give deliver offer
deliver supply bring ship
give provide grant hand
get obtain receive gain
gain win get
win earn receive gain scoop collect take
lose forfeit
make produce manufacture build create craft
build construct make develop create
create make develop design
develop build create design
produce make generate manufacture
generate produce create
brew make
bake make
weave make knit
repair fix mend
fix repair solve
solve resolve fix
maintain service keep
keep retain hold store
store keep save hold
save spare conserve
protect guard secure defend shield safeguard
monitor watch observe track
track follow monitor
follow succeed
check verify inspect examine test control
verify check confirm validate
test try check trial
show demonstrate prove reveal find indicate
find discover detect spot identify
detect find spot identify recognise recognize
help assist support aid enable
support help back
enable allow let permit
let rent lease hire
hire recruit employ
work operate function
operate run work
run operate manage
manage run handle administer oversee
handle manage process
use employ apply utilise utilize
adopt use
require need demand
want wish
like love enjoy
choose select pick opt
decide determine
plan schedule
book reserve
order request
request ask
answer reply respond
respond react
say state report tell
tell inform say
inform notify tell
notify alert inform
alert warn notify
speak talk
write compose
read peruse
learn study
teach train instruct
train teach coach
educate teach
visit attend see
satisfy meet fulfil
reach achieve attain hit
increase raise grow rise boost lift
rise increase grow climb
grow increase rise expand
expand grow extend
extend expand lengthen
reduce cut lower decrease lessen shrink
cut reduce lower slash trim
improve better enhance
accelerate speed quicken
shorten cut
prevent stop avoid block
cause lead
lead head
join enter
leave depart quit
arrive come reach
go travel
move transfer shift relocate
migrate move
carry transport bring take
transport carry ship move haul
ship send deliver
send dispatch ship mail
fetch collect
collect gather pick
add include
include contain comprise cover
cover insure
delete remove erase
replace exchange swap substitute
change alter modify
adapt adjust
connect link join
integrate connect
combine merge
share split
split divide
measure gauge
count number
calculate compute work
compare contrast
last endure run
take need require last
spend use
pay settle
charge bill
invest put
fund finance pay
donate give
own hold
belong own
wear dress
consume eat use
drink consume
prepare cook ready
clean wash
heat warm
cool chill
fire bake
burn fire
live reside dwell
stay remain
sleep rest
accommodate house sleep
found establish create start
establish found set
install fit mount
assemble build
deploy install
publish release issue
print publish
announce declare
sign agree
approve authorise authorize clear
accept take
refuse reject
win obtain
treat care
care look
cure heal
ease relieve soothe
attack assault
encrypt encode
analyse analyze evaluate
assess evaluate rate
recommend advise suggest
promise pledge guarantee
guarantee ensure promise
hope expect
expect anticipate
predict forecast
import load
export save
outperform beat surpass
surpass exceed
organise organize arrange run
host hold run
appear feature
compile assemble
monitor supervise
oversee supervise manage
call name
know understand
think believe
big large great huge sizeable
huge enormous vast
small little tiny compact
fast quick rapid swift speedy
quickly fast rapidly swiftly
slow sluggish
new fresh novel
old former previous
previous earlier prior
modern contemporary
current present existing
good great fine excellent
excellent outstanding
bad poor
cheap affordable inexpensive
expensive costly dear
free complimentary gratis
easy simple straightforward
hard difficult tough
strong robust sturdy tough
safe secure
reliable dependable trustworthy
accurate precise exact
important key vital crucial essential
key main important
main chief primary principal
whole entire full complete
various different diverse
similar alike
same identical
common usual frequent
usual normal typical
normal usual regular ordinary
special particular
particular specific
certain particular
local regional nearby
nearby local close
global worldwide international
national nationwide
domestic home household
public open
private personal
own private
personal individual
individual single separate
single one
independent freelance
digital electronic
online web internet digital
automatic automated
manual hand
mobile portable
natural organic
green eco sustainable ecological
renewable green
healthy fit
ill sick
tired weary
happy pleased satisfied glad
sad unhappy
rich wealthy
beautiful pretty
clear plain
plain simple
quiet silent
loud noisy
hot warm
cold cool
wet damp
dry arid
soft gentle
gentle mild
annual yearly
nightly night
weekly week
monthly month
daily day
directly direct straight
immediately instantly straightaway once
often frequently
usually typically normally
approximately about roughly
nearly almost
only just solely
also too
together jointly
additionally also
alone solo
abroad overseas
everywhere throughout
yet still
away off
invoicing invoice billing bill
payment renewal instalment installment
deployment release rollout launch
commitment promise pledge guarantee assurance
staffing recruitment recruiting hiring personnel
firm practice agency consultancy studio bureau office
studio atelier workshop
garage workshop
law legal
tax fiscal
finance financial
medicine medical health healthcare clinical
education educational learning
agriculture agricultural farming farm
wood wooden timber
wool woollen
metal metallic
charity charitable
electric electrical electronic e
thief burglar robber criminal
criminal attacker intruder fraudster hacker
paper stock card
heat temperature warmth
lid cover cap
bag sack
basket trolley cart
bottle flask
jar pot tin can
cup mug glass
plate dish
pan pot saucepan
knife blade
box case crate carton container
container tank vessel
tank cistern
pipe tube hose duct
wire cable lead
rope cord line
switch button
lamp light bulb
roof rooftop
wall partition
floor storey level
ground soil earth
soil land ground
field meadow pasture
hedge fence
yard courtyard
pavement sidewalk footpath
car-park parking lot
corner edge
edge border rim
top summit peak
bottom base foot
front face
back rear
inside interior
outside exterior
skin hide
hand arm
tummy stomach belly
tooth teeth
blood plasma
walk stroll hike
run jog
noise sound
smell scent odour odor fragrance perfume
taste flavour flavor
look appearance style
feeling sense mood
fear worry concern
joy pleasure fun
hope wish
wish desire
view opinion
opinion feedback comment
feedback comment review
complaint grievance
compliment praise
rumour gossip
news update announcement
announcement notice
notice notification alert warning
alarm alert
message text note
note memo
newsletter bulletin
leaflet brochure flyer pamphlet
manual handbook guide instructions
guide guidebook
map plan chart
chart graph diagram
diagram drawing
drawing sketch plan
blueprint plan
draft version
copy replica duplicate
original master
sample specimen
pattern design motif
ornament decoration
mark sign symbol
label tag sticker
badge seal mark label
signature sign-off
clause provision term
appendix annex
chapter section
paragraph passage
list register directory
register registry
ledger book
archive store
backup copy
snapshot copy
dashboard overview
overview summary
summary digest
schedule timetable calendar
calendar diary
agenda programme
lifespan life lifetime
birth delivery
death passing
marriage wedding
husband wife spouse partner
grandparent elder senior
pensioner retiree senior
newcomer beginner novice
apprentice trainee
intern trainee
freelancer contractor self-employed
entrepreneur founder
politician lawmaker
mayor council
ambassador representative
guard security
firefighter fireman
soldier troop
sailor seafarer mariner
fisherman fisher angler
hunter shooter
cook chef
waiter server
cleaner housekeeper
gardener landscaper
builder contractor
carpenter joiner
plumber fitter
electrician fitter
architect designer
artist painter maker
writer author
journalist reporter
editor journalist
photographer cameraman
musician player
singer vocalist
dancer performer
actor performer
athlete sportsperson
cyclist biker rider
pedestrian walker
hiker walker rambler
tourist visitor traveller
"""


def _neighbours() -> dict[str, frozenset[str]]:
    """Each word with all that share a line with it; what is not on one line is not carried over."""
    found: dict[str, set[str]] = {}
    for line in _GROUPS.strip().splitlines():
        words = line.split()
        for word in words:
            found.setdefault(word, set()).update(words)
    return {word: frozenset(others) for word, others in found.items()}


_NEIGHBOURS = _neighbours()


def are_synonyms(one: str, other: str) -> bool:
    """Whether two lemmas may stand for each other in business prose."""
    return other in _NEIGHBOURS.get(one, ())
