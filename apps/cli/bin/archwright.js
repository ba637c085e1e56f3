#!/usr/bin/env node
import '../dist/archwright.js';
